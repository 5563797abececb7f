namespace BatchRunner.CoreClaw.Reading;

/// <summary>A reply as the classification sees it.</summary>
internal sealed record Reply(int Status, ReplyShape Shape)
{
    /// <summary>Null unless the shape is <see cref="ReplyShape.Envelope"/>.</summary>
    public Envelope? Envelope { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public long? Code => Envelope?.Code;

    public bool IsSuccessStatus => Status is >= 200 and < 300;

    public bool IsRedirect => Status is >= 300 and < 400;
}

internal enum ReplyShape
{
    Envelope,

    /// <summary>HTML, JSON of somebody else, or no text at all: a gateway's page, or another service.</summary>
    Foreign,
    Empty,
    Cut,
    TimedOut,
    TooLarge,
}
