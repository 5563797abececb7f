using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;

namespace BatchRunner.CoreClaw.Tests.Transport;

public sealed class PatienceTests
{
    [Fact]
    public async Task A_call_that_takes_too_long_is_given_up_by_the_injected_clock()
    {
        var time = new ManualTime();
        await using var server = new ScriptedServer(Reaction.Silence);
        using var client = Clients.Of(server, AuthMode.Query, time);

        var start = client.StartAsync();
        await server.ArrivalAsync();
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(start.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        var failure = await Clients.FailureAsync<ApiFailure.UnknownFate>(start);
        Assert.Equal("no reply within 60 s", failure.Facts.Message);

        var read = client.GetRunAsync("R", default);
        await server.ArrivalAsync();
        time.Advance(TimeSpan.FromSeconds(60));
        await Clients.FailureAsync<ApiFailure.TransientRead>(read);
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up_too()
    {
        var time = new ManualTime();
        var half = Reaction.Raw(Reaction.Head(200, "Content-Length: 500") + """{"code":0,"data":""", Afterwards.Hang);
        await using var server = new ScriptedServer(half);
        using var client = Clients.Of(server, time: time);

        var start = client.StartAsync();
        await server.ArrivalAsync();
        time.Advance(TimeSpan.FromSeconds(60));

        await Clients.FailureAsync<ApiFailure.UnknownFate>(start);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_a_cancellation_and_not_a_failure()
    {
        await using var server = new ScriptedServer(Reaction.Silence);
        using var client = Clients.Of(server, AuthMode.Query);
        using var caller = new CancellationTokenSource();

        var start = client.StartAsync(caller.Token);
        await server.ArrivalAsync();
        await caller.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.DoesNotContain("scraper_api", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_has_given_up_before_sends_nothing()
    {
        await using var server = new ScriptedServer(Reaction.Silence);
        using var client = Clients.Of(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.StartAsync(new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }
}
