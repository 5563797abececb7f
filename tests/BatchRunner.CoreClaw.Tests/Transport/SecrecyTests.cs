using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;

namespace BatchRunner.CoreClaw.Tests.Transport;

/// <summary>However a call ends, the key is in no text of ours; <see cref="Clients.FailureAsync"/> looks through all of them.</summary>
public sealed class SecrecyTests
{
    private static readonly string Encoded = Uri.EscapeDataString(Clients.Key);

    public static TheoryData<AuthMode> Modes => new(Enum.GetValues<AuthMode>());

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_server_that_echoes_the_key_does_not_get_it_printed(AuthMode auth)
    {
        var echo = $$"""
            {"code":12002,"message":"bad key {{Clients.Key}}","request_id":"req-{{Clients.Key}}",
             "details":["GET /api/v2/x?token={{Encoded}}","token={{Encoded.ToLowerInvariant()}}"]}
            """;
        await using var server = new ScriptedServer(Reaction.Json(echo, 401));
        using var client = Clients.Of(server, auth);

        var failure = await Clients.FailureAsync<ApiFailure.Credentials>(client.GetAccountAsync(default));

        Assert.Equal("bad key [key]", failure.Facts.Message);
        Assert.Equal(["GET /api/v2/x?token=[key]", "token=[key]"], failure.Facts.Details);
        Assert.Equal("/api/v2/users/account", failure.Facts.Path);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task No_failure_shows_the_key(AuthMode auth)
    {
        await using var server = new ScriptedServer(
            Reaction.CloseWithoutAnswer,
            Reaction.ResetWithoutAnswer,
            Reaction.Html(502),
            Reaction.Html(404),
            Reaction.Raw("nonsense " + Clients.Key + "\r\n\r\n", Afterwards.Close),
            Reaction.Raw("HTTP/1.1 200 OK\r\nBad Header " + Clients.Key + "\r\n\r\n", Afterwards.Close),
            Reaction.Json($$"""{"code":0,"data":"{{Clients.Key}}"}"""),
            Reaction.Json($$"""{"code":0,"data":{"{{Clients.Key}}":["{{Clients.Key}}"] } }"""));
        using var client = Clients.Of(server, auth);

        for (var call = 0; call < 8; call++)
        {
            await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());
        }

        await Clients.FailureAsync<ApiFailure.Malformed>(client.GetRunAsync(Clients.Key, default));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_refused_connection_does_not_show_the_key(AuthMode auth)
    {
        using var client = Clients.Of(new Uri("http://coreclaw.invalid"), auth);

        await Clients.FailureAsync<ApiFailure.NotSent>(client.GetAccountAsync(default));
    }

    [Fact]
    public async Task A_cause_that_shows_the_key_is_left_out()
    {
        // The host's name stands in the texts of the HTTP stack.
        using var client = Clients.Of(new Uri("http://coreclaw.invalid"), key: "invalid");

        var error = await Assert.ThrowsAsync<CoreClawException>(() => client.GetAccountAsync(default));

        Assert.Null(error.InnerException);
        Assert.DoesNotContain("invalid", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_prints_without_its_key()
    {
        var connection = new CoreClawConnection(new Uri("https://openapi.coreclaw.com"), Clients.Key, AuthMode.Query);

        Assert.DoesNotContain("secret", connection.ToString(), StringComparison.Ordinal);
        Assert.Contains("openapi.coreclaw.com", connection.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://openapi.coreclaw.com", "")]
    [InlineData("https://openapi.coreclaw.com", "two\nlines")]
    [InlineData("https://openapi.coreclaw.com", "naïve-key")]
    [InlineData("ftp://openapi.coreclaw.com", "secret")]
    [InlineData("https://user:password@openapi.coreclaw.com", "secret")]
    [InlineData("https://openapi.coreclaw.com?token=password", "secret")]
    public void A_connection_that_cannot_work_is_refused_without_quoting_secrets(string url, string key)
    {
        var error = Assert.Throws<ArgumentException>(() => new CoreClawConnection(new Uri(url), key, AuthMode.Bearer));

        Assert.DoesNotContain("password", error.Message, StringComparison.Ordinal);
        Assert.True(key.Length == 0 || !error.Message.Contains(key, StringComparison.Ordinal));
    }
}
