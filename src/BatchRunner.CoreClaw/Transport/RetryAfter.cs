namespace BatchRunner.CoreClaw.Transport;

internal static class RetryAfter
{
    // Longer than this is a server's mistake, and longer than timers can wait.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>How long the server asks us to stay away; null where it does not ask.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        // A date is meant by the server's clock: what counts is its distance from the reply's own Date.
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } until } => until - (response.Headers.Date ?? time.GetUtcNow()),
            _ => (TimeSpan?)null,
        };

        return wait is { } span ? TimeSpan.FromTicks(Math.Clamp(span.Ticks, 0, Longest.Ticks)) : null;
    }
}
