using BatchRunner.Core.Api;

namespace BatchRunner.CoreClaw.Tests.Loopback;

internal static class Clients
{
    public const string Key = "scraper_api_9f1c+/=secret";

    public static CoreClawClient Of(ScriptedServer server, AuthMode auth = AuthMode.Bearer, TimeProvider? time = null) =>
        Of(server.Url, auth, time);

    public static CoreClawClient Of(Uri url, AuthMode auth = AuthMode.Bearer, TimeProvider? time = null, string key = Key) =>
        new(new CoreClawConnection(url, key, auth), time ?? TimeProvider.System);

    public static Task<string> StartAsync(this CoreClawClient client, CancellationToken cancellationToken = default) =>
        client.StartAsync(new StartOrder.RunTask("01KZAZF168"), cancellationToken);

    /// <summary>The failure that a call ends with, after checking that the exception shows no key anywhere.</summary>
    public static async Task<ApiFailure> FailureAsync(Task call)
    {
        // The guard ends a test that would hang; no test that passes gets near it.
        var error = await Assert.ThrowsAsync<CoreClawException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        foreach (var form in new[] { Key, Uri.EscapeDataString(Key), Uri.EscapeDataString(Key).ToLowerInvariant() })
        {
            Assert.DoesNotContain(form, error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(form, error.Failure.ToString(), StringComparison.Ordinal);
        }

        return error.Failure;
    }

    public static async Task<T> FailureAsync<T>(Task call)
        where T : ApiFailure => Assert.IsType<T>(await FailureAsync(call));
}
