using Flurl.Http.Configuration;

namespace BatchRunner.CoreClaw.Transport;

/// <summary>Gives Flurl our sockets in place of its own handler.</summary>
internal sealed class SocketsClientFactory : IHttpClientFactory
{
    public HttpMessageHandler CreateMessageHandler() => Handlers.ForApi();

    // Time limits come from the injected clock, not from HttpClient.
    public HttpClient CreateHttpClient(HttpMessageHandler handler) => new(handler) { Timeout = Timeout.InfiniteTimeSpan };
}
