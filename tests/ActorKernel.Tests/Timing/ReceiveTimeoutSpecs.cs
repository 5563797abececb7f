using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit;

namespace ActorKernel.Tests.Timing;

public class ReceiveTimeoutSpecs : VirtualTimeSpecs
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void Without_messages_the_actor_is_told_so_again_and_again()
    {
        StartImpatient();

        Time.Advance(2 * Second);
        ExpectMsg("timeout");
        Time.Advance(2 * Second);
        ExpectMsg("timeout");
    }

    [Fact]
    public void A_message_begins_the_wait_anew()
    {
        var actor = StartImpatient();

        Time.Advance(Second);
        actor.Tell("busy");
        Time.Advance(Second);
        ExpectNoMsg(Silence);
        Time.Advance(Second);

        ExpectMsg("timeout");
    }

    [Fact]
    public void A_message_without_influence_does_not()
    {
        var actor = StartImpatient();

        Time.Advance(Second);
        actor.Tell(new Background());
        ExpectMsg("background");
        Time.Advance(Second);

        ExpectMsg("timeout");
    }

    [Fact]
    public void Null_ends_it()
    {
        var actor = StartImpatient();
        actor.Tell("stop waiting");

        Time.Advance(5 * Second);

        ExpectNoMsg(Silence);
    }

    /// <summary>On the thread of the test, so that the timeout is set when a move of time or a tell returns.</summary>
    private IActorRef StartImpatient()
    {
        var props = Props.Create(() => new Impatient(TestActor)).WithDispatcher(CallingThreadDispatcher.Id);
        var boss = Sys.ActorOf(Boss.Props(_ => Directive.Stop));
        boss.Tell(new Boss.Hire(props));
        return ExpectMsg<IActorRef>();
    }

    private sealed record Background : INotInfluenceReceiveTimeout;

    private sealed class Impatient : ReceiveActor
    {
        public Impatient(IActorRef probe)
        {
            Receive<ReceiveTimeout>(_ => probe.Tell("timeout"));
            Receive<Background>(_ => probe.Tell("background"));
            Receive<string>(text => text == "stop waiting", _ => SetReceiveTimeout(null));
            ReceiveAny(_ => { });
        }

        protected override void PreStart() => SetReceiveTimeout(TimeSpan.FromSeconds(2));
    }
}
