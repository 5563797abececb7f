using System.Net;

namespace BatchRunner.CoreClaw.Transport;

/// <summary>The sockets under both clients: the one for the API and the one for downloads.</summary>
internal static class Handlers
{
    /// <summary>
    /// For the API. Nothing that would send a request a second time: no redirects, no cookies, no challenge-and-response.
    /// HTTP/1.1 (the default of a request) keeps the rule simple by which the stack repeats a request; see <see cref="OneShotJson"/>.
    /// </summary>
    public static SocketsHttpHandler ForApi() => Common(followRedirects: false);

    /// <summary>For storage hosts: redirects are usual there, and harmless without credentials.</summary>
    public static SocketsHttpHandler ForDownloads() => Common(followRedirects: true);

    private static SocketsHttpHandler Common(bool followRedirects) =>
        new()
        {
            AllowAutoRedirect = followRedirects,
            MaxAutomaticRedirections = 5,
            UseCookies = false,
            Proxy = new LoopbackSkippingProxy(HttpClient.DefaultProxy),
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxConnectionsPerServer = 256,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),

            // Shorter than the idle time after which servers hang up: a start that meets a connection just being closed
            // ends with an unknown fate.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            ActivityHeadersPropagator = null,
        };
}
