using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Asking;

public class AskSpecs : TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Haste = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task An_answer_ends_the_wait()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());

        Assert.Equal("hello", await actor.Ask<string>("hello", Patience));
        Assert.Equal("untyped", await actor.Ask("untyped", Patience));
        Assert.Equal("without a limit", await actor.Ask<string>("without a limit"));
    }

    [Fact]
    public async Task Without_an_answer_the_ask_times_out()
    {
        var actor = Sys.ActorOf(Props.Create<Deaf>());

        await Assert.ThrowsAsync<AskTimeoutException>(() => actor.Ask<string>("hello", Haste));
    }

    [Fact]
    public async Task A_failure_as_the_answer_throws_its_cause()
    {
        var actor = Sys.ActorOf(Scripted.Props(script =>
            script.On<string>(text => script.From.Tell(new Status.Failure(new InvalidOperationException(text))))));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => actor.Ask<string>("refused", Patience));

        Assert.Equal("refused", thrown.Message);
    }

    [Fact]
    public async Task An_answer_of_another_type_throws()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());

        await Assert.ThrowsAsync<ArgumentException>(() => actor.Ask<int>("text", Patience));
    }

    [Fact]
    public async Task A_cancelled_token_ends_the_wait()
    {
        var actor = Sys.ActorOf(Props.Create<Deaf>());
        using var cancellation = new CancellationTokenSource();

        var asked = actor.Ask<string>("hello", cancellation.Token);
        var limited = actor.Ask<string>("hello", Patience, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => asked);
        await Assert.ThrowsAsync<TaskCanceledException>(() => limited);
    }

    [Fact]
    public async Task The_message_can_carry_the_address_of_the_answer()
    {
        var actor = Sys.ActorOf(Scripted.Props(script => script.On<IActorRef>(replyTo => replyTo.Tell("thanks"))));

        Assert.Equal("thanks", await actor.Ask<string>(replyTo => replyTo, Patience, CancellationToken.None));
    }

    [Fact]
    public async Task The_answer_goes_to_a_temporary_address()
    {
        var actor = Sys.ActorOf(Scripted.Props(script => script.On<string>(_ => script.From.Tell(script.From.Path.ToStringWithoutAddress()))));

        Assert.StartsWith("/temp/", await actor.Ask<string>("where", Patience), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_actor_tells_who_it_is()
    {
        var actor = Sys.ActorOf(Props.Create<Deaf>());

        var identity = await actor.Ask<ActorIdentity>(new Identify("id"), Patience);

        Assert.Equal("id", identity.MessageId);
        Assert.Equal(actor, identity.Subject);
    }

    [Fact]
    public async Task The_dead_do_not_answer_an_ask()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Echo>()));
        Sys.Stop(actor);
        ExpectTerminated(actor);

        await Assert.ThrowsAsync<AskTimeoutException>(() => actor.Ask<string>("hello", Haste));
    }
}
