namespace BatchRunner.CoreClaw.Transport;

/// <summary>Tells a request that never left from one that may have arrived.</summary>
internal static class TransportFaults
{
    /// <param name="error">What the HTTP stack threw.</param>
    /// <param name="body">The request's body; null for a call without one.</param>
    /// <param name="timedOut">Whether our own patience ended.</param>
    public static TransportFault Of(Exception error, OneShotJson? body, bool timedOut)
    {
        // With a body there is proof either way: as long as none of it was handed to a connection there was no request,
        // and once it was, no error of the stack can tell what became of it.
        if (body is not null ? !body.Begun : NeverConnected(error, timedOut))
        {
            return TransportFault.NotConnected;
        }

        return timedOut ? TransportFault.TimedOut : TransportFault.Broken;
    }

    /// <summary>The innermost reason, which names host and port but never the URL.</summary>
    public static string Reason(Exception error) =>
        error is HttpRequestException { InnerException: { } inner }
        && inner.GetBaseException().Message is var cause
        && !error.Message.Contains(cause, StringComparison.Ordinal)
            ? $"{error.Message} ({cause})"
            : error.Message;

    private static bool NeverConnected(Exception error, bool timedOut) =>
        error switch
        {
            HttpRequestException http => http.HttpRequestError is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,

            // The handler's own connect timeout: a cancellation that nobody asked for.
            OperationCanceledException { InnerException: TimeoutException } => !timedOut,
            _ => false,
        };
}
