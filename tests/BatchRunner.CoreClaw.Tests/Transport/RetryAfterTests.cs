using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;

namespace BatchRunner.CoreClaw.Tests.Transport;

public sealed class RetryAfterTests
{
    private const string Limited = """{"code":13000,"message":"too many requests","request_id":"req-7"}""";

    [Theory]
    [InlineData(new[] { "Retry-After: 7" }, 7)]
    [InlineData(new[] { "Retry-After: 0" }, 0)]
    [InlineData(new[] { "Retry-After: Sat, 15 Aug 2026 12:00:30 GMT" }, 30)]
    [InlineData(new[] { "Retry-After: Sat, 15 Aug 2026 11:00:00 GMT" }, 0)]
    [InlineData(new[] { "Date: Sat, 15 Aug 2026 18:00:00 GMT", "Retry-After: Sat, 15 Aug 2026 18:00:45 GMT" }, 45)]
    [InlineData(new[] { "Date: Sat, 15 Aug 2026 18:01:00 GMT", "Retry-After: Sat, 15 Aug 2026 18:00:45 GMT" }, 0)]
    [InlineData(new[] { "Retry-After: 2000000000" }, 7 * 24 * 3600)]
    public async Task The_server_says_how_long_to_stay_away(string[] headers, int seconds)
    {
        await using var server = new ScriptedServer(Reaction.Json(Limited, 429, headers), Reaction.Html(503, headers));
        using var client = Clients.Of(server, time: new ManualTime());

        var limited = await Clients.FailureAsync<ApiFailure.RateLimited>(client.StartAsync());
        var away = await Clients.FailureAsync<ApiFailure.TransientRead>(client.GetLastRunAsync(default));

        Assert.Equal(TimeSpan.FromSeconds(seconds), limited.Facts.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(seconds), away.Facts.RetryAfter);
        Assert.Equal((429, 13000L, "req-7"), (limited.Facts.HttpStatus, limited.Facts.Code, limited.Facts.RequestId));
    }

    [Theory]
    [InlineData("Retry-After: soon")]
    [InlineData("Retry-After: -5")]
    [InlineData("X-Other: 1")]
    public async Task Anything_else_says_nothing(string header)
    {
        await using var server = new ScriptedServer(Reaction.Html(429, header));
        using var client = Clients.Of(server);

        Assert.Null((await Clients.FailureAsync<ApiFailure.RateLimited>(client.StartAsync())).Facts.RetryAfter);
    }
}
