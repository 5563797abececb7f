using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Asking;

public class GracefulStopSpecs : TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task It_ends_when_the_actor_has_ended()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());
        Watch(actor);

        Assert.True(await actor.GracefulStop(Patience));

        ExpectTerminated(actor);
    }

    [Fact]
    public async Task The_actor_first_handles_what_is_in_its_mailbox()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());
        actor.Tell("before");

        await actor.GracefulStop(Patience);

        ExpectMsg("before");
    }

    [Fact]
    public async Task The_message_that_stops_can_be_given()
    {
        var actor = Sys.ActorOf(Props.Create<Polite>());

        Assert.True(await actor.GracefulStop(Patience, "please go"));
    }

    [Fact]
    public async Task An_actor_that_is_gone_already_counts()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Echo>()));
        Sys.Stop(actor);
        ExpectTerminated(actor);

        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public async Task It_is_cancelled_when_the_actor_takes_too_long()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => actor.GracefulStop(TimeSpan.FromMilliseconds(50), "no stop message"));
    }

    private sealed class Polite : ReceiveActor
    {
        public Polite()
        {
            Receive<string>(_ => Context.Stop(Self));
        }
    }
}
