namespace BatchRunner.Core.Pacing;

/// <summary>
/// Holds starts back while CoreClaw cannot be reached or answers with its gateway's error pages: a start sent into an outage
/// is a start in doubt. Pure.
/// </summary>
public sealed record Trouble
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public static readonly Trouble None = new();

    private int Failures { get; init; }

    /// <summary>No start before this moment.</summary>
    public TimeSpan StartsOpenAt { get; private init; }

    /// <summary>While in trouble only one start at a time is sent, to find out.</summary>
    public bool OneAtATime => Failures > 0;

    public Trouble Failed(TimeSpan now) =>
        this with { Failures = Failures + 1, StartsOpenAt = now + Backoff.Exponential(FirstPause, Failures, LongestPause) };

    /// <summary>CoreClaw answered, whatever it said.</summary>
    public Trouble Answered() => Failures == 0 ? this : None;
}
