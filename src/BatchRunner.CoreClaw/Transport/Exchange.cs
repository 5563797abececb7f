namespace BatchRunner.CoreClaw.Transport;

/// <summary>How an HTTP exchange ended, before anybody reads the body.</summary>
internal abstract record Exchange
{
    private Exchange()
    {
    }

    public sealed record Answered(int Status, ReadOnlyMemory<byte> Body, BodyEnd End, TimeSpan? RetryAfter) : Exchange;

    public sealed record Unanswered(TransportFault Fault, string Reason, Exception Cause) : Exchange;
}

/// <summary>Where the reading of a body ended.</summary>
internal enum BodyEnd
{
    Whole,
    Cut,
    TimedOut,
    TooLarge,
}
