using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;

namespace BatchRunner.CoreClaw.Tests.Transport;

/// <summary>What goes over the wire.</summary>
public sealed class RequestTests
{
    private static readonly Reaction Run = Reaction.Json("""{"code":0,"data":{"slug":"R","status":"running"}}""");

    [Theory]
    [InlineData(AuthMode.Bearer, "Authorization", "Bearer " + Clients.Key, "/api/v2/worker-runs/R")]
    [InlineData(AuthMode.ApiKey, "api-key", Clients.Key, "/api/v2/worker-runs/R")]
    [InlineData(AuthMode.Query, null, null, "/api/v2/worker-runs/R?token=scraper_api_9f1c%2B%2F%3Dsecret")]
    public async Task The_key_travels_one_way_only(AuthMode auth, string? header, string? value, string target)
    {
        await using var server = new ScriptedServer(Run);
        using var client = Clients.Of(server, auth);

        await client.GetRunAsync("R", default);

        var request = Assert.Single(server.Requests);
        Assert.Equal(target, request.Target);
        var carriers = request.Headers.Where(h => h.Key is "Authorization" or "api-key" || h.Value.Contains(Clients.Key, StringComparison.Ordinal));
        Assert.Equal(header is null ? [] : [KeyValuePair.Create(header, value!)], carriers);
    }

    [Fact]
    public async Task A_call_says_who_is_calling_and_what_it_can_read()
    {
        await using var server = new ScriptedServer(Run);
        using var client = Clients.Of(server);

        await client.GetRunAsync("R", default);

        var request = Assert.Single(server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Matches(@"^BatchRunner/\d+\.\d+\.\d+$", request.Headers["User-Agent"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Contains("gzip", request.Headers["Accept-Encoding"], StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", request.Headers.Keys);
        Assert.DoesNotContain("Cookie", request.Headers.Keys);
    }

    [Theory]
    [InlineData("", "/api/v2/worker-runs/R")]
    [InlineData("/gateway", "/gateway/api/v2/worker-runs/R")]
    [InlineData("/gateway/", "/gateway/api/v2/worker-runs/R")]
    [InlineData("/api/v2", "/api/v2/worker-runs/R")]
    [InlineData("/api/v2/", "/api/v2/worker-runs/R")]
    public async Task The_base_URL_may_have_a_path(string path, string target)
    {
        await using var server = new ScriptedServer(Run);
        using var client = Clients.Of(new Uri(server.Url, path));

        await client.GetRunAsync("R", default);

        Assert.Equal(target, Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData("a/b", "/api/v2/worker-runs/a%2Fb")]
    [InlineData("a?token=x#y", "/api/v2/worker-runs/a%3Ftoken%3Dx%23y")]
    [InlineData("a b%20", "/api/v2/worker-runs/a%20b%2520")]
    [InlineData("größe~1", "/api/v2/worker-runs/gr%C3%B6%C3%9Fe~1")]
    [InlineData("a+b", "/api/v2/worker-runs/a%2Bb")]
    public async Task An_id_cannot_leave_its_place_in_the_path(string id, string target)
    {
        await using var server = new ScriptedServer(Reaction.Json("""{"code":70001,"message":"run record does not exist"}""", 400));
        using var client = Clients.Of(server);

        var failure = await Clients.FailureAsync<ApiFailure.NotFound>(client.GetRunAsync(id, default));

        Assert.Equal(target, Assert.Single(server.Requests).Target);
        Assert.Equal(target, failure.Facts.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_lead_elsewhere_is_refused_unsent(string id)
    {
        await using var server = new ScriptedServer(Run);
        using var client = Clients.Of(server);

        await Clients.FailureAsync<ApiFailure.Invalid>(client.GetRunAsync(id, default));
        await Clients.FailureAsync<ApiFailure.Invalid>(client.StartAsync(new StartOrder.Rerun(id), default));

        Assert.Empty(server.Requests);
    }
}
