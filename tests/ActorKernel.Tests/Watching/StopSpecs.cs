using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Watching;

public class StopSpecs : TestKit
{
    [Fact]
    public void A_poison_pill_waits_for_its_turn()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());
        Watch(actor);

        actor.Tell("before");
        actor.Tell(PoisonPill.Instance);

        ExpectMsg("before");
        ExpectTerminated(actor);
    }

    [Fact]
    public void What_comes_after_a_poison_pill_becomes_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        using var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Blocking(gate));

        actor.Tell("block");
        ExpectMsg("blocked");
        actor.Tell(PoisonPill.Instance);
        actor.Tell("too late");
        gate.Set();

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("too late", letter.Message);
        Assert.Equal(actor, letter.Recipient);
        Assert.Equal(TestActor, letter.Sender);
    }

    [Fact]
    public void A_stop_does_not_wait_for_the_mailbox()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        using var gate = new ManualResetEventSlim();
        var boss = Sys.ActorOf(Boss.Props(_ => Directive.Stop));
        boss.Tell(new Boss.Hire(Blocking(gate), "child"));
        var actor = ExpectMsg<IActorRef>();

        actor.Tell("block");
        ExpectMsg("blocked");
        actor.Tell("never handled");
        boss.Tell(new Boss.Fire("child"));
        boss.Tell("fired");
        ExpectMsg("fired");
        gate.Set();

        ExpectMsg<DeadLetter>(letter => Equals(letter.Message, "never handled"));
    }

    [Fact]
    public void The_children_are_gone_before_the_parent_cleans_up()
    {
        var probe = CreateTestProbe();
        var parent = Sys.ActorOf(Props.Create(() => new Family(probe.Ref, "parent", "child 1", "child 2")));
        probe.Watch(parent);

        Sys.Stop(parent);

        var stopped = new[] { probe.ExpectMsg<string>(), probe.ExpectMsg<string>() };
        Assert.Equal(["child 1", "child 2"], stopped.Order(StringComparer.Ordinal));
        probe.ExpectMsg("parent");
        probe.ExpectTerminated(parent);
    }

    [Fact]
    public void A_kill_is_a_failure_that_stops_by_default()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());
        Watch(actor);

        EventFilter.Exception<ActorKilledException>().ExpectOne(() => actor.Tell(Kill.Instance));

        ExpectTerminated(actor);
    }

    [Fact]
    public void An_actor_may_stop_itself()
    {
        var actor = Sys.ActorOf(Props.Create<Quitter>());
        Watch(actor);

        actor.Tell("quit");

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_throw_while_cleaning_up_does_not_keep_the_actor_alive()
    {
        var actor = Sys.ActorOf(Props.Create<Clumsy>());
        Watch(actor);

        EventFilter.Exception<InvalidOperationException>("clumsy").ExpectOne(() => Sys.Stop(actor));

        ExpectTerminated(actor);
    }

    private static Props Blocking(ManualResetEventSlim gate) => Scripted.Props(script => script.On<string>(_ =>
    {
        script.From.Tell("blocked");
        gate.Wait(TimeSpan.FromSeconds(10));
    }));

    private sealed class Family : ReceiveActor
    {
        private readonly IActorRef _probe;
        private readonly string _name;

        public Family(IActorRef probe, string name, params string[] children)
        {
            _probe = probe;
            _name = name;
            foreach (var child in children)
            {
                Context.ActorOf(Props.Create(() => new Family(probe, child, Array.Empty<string>())));
            }
        }

        protected override void PostStop() => _probe.Tell(_name);
    }

    private sealed class Quitter : ReceiveActor
    {
        public Quitter()
        {
            Receive<string>(_ => Context.Stop(Self));
        }
    }

    private sealed class Clumsy : ReceiveActor
    {
        protected override void PostStop() => throw new InvalidOperationException("clumsy");
    }
}
