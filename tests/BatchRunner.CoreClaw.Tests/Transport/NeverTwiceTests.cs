using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Tests.Transport;

/// <summary>Whatever a connection does, one order is at most one request.</summary>
public sealed class NeverTwiceTests
{
    private const string Started = """{"code":0,"message":"success","data":{"run_slug":"01KZAZ2B7T"}}""";

    [Fact]
    public async Task A_start_on_a_connection_that_closes_instead_of_answering_goes_out_once()
    {
        await using var server = new ScriptedServer(Reaction.Json(Started), Reaction.CloseWithoutAnswer);
        using var client = Clients.Of(server);
        await client.StartAsync();

        await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_start_on_a_connection_that_is_reset_goes_out_once()
    {
        await using var server = new ScriptedServer(Reaction.Json(Started), Reaction.ResetWithoutAnswer);
        using var client = Clients.Of(server);
        await client.StartAsync();

        await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_start_on_a_new_connection_that_is_reset_goes_out_once()
    {
        await using var server = new ScriptedServer(Reaction.ResetWithoutAnswer);
        using var client = Clients.Of(server);

        await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());

        Assert.Single(server.Requests);
    }

    /// <summary>The control: without content the same sockets do repeat the request, so the tests above can see it.</summary>
    [Fact]
    public async Task The_stack_itself_repeats_a_request_without_content()
    {
        await using var server = new ScriptedServer(Reaction.Json(Started), Reaction.CloseWithoutAnswer, Reaction.Json(Started));
        using var client = new HttpClient(Handlers.ForApi());
        await client.GetStringAsync(server.Url);

        await client.GetStringAsync(server.Url);

        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = new ScriptedServer(Reaction.Json(Started));
        await using var server = new ScriptedServer(Reaction.Html(status, $"Location: {elsewhere.Url}"));
        using var client = Clients.Of(server);

        await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());
        var read = await Clients.FailureAsync<ApiFailure.Malformed>(client.GetLastRunAsync(default));

        Assert.Contains("check the base URL", read.Facts.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_body_refuses_to_go_out_a_second_time()
    {
        using var body = new OneShotJson("{}");
        await body.CopyToAsync(Stream.Null);

        await Assert.ThrowsAsync<InvalidOperationException>(() => body.CopyToAsync(Stream.Null));
    }
}
