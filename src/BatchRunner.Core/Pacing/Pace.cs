namespace BatchRunner.Core.Pacing;

/// <summary>
/// How fast calls may follow each other. Pure: a value and functions from it and a moment to the next value. Moments are
/// readings of a monotonic clock, as time since some start.
/// </summary>
/// <remarks>
/// The rate grows while no call is refused and falls at a refusal: first it doubles every second; after a refusal it falls to
/// 0.7 of what it was and follows a cubic curve back to where the refusal came, flat around it, and beyond. That is the curve of
/// the adaptive retry mode of the AWS SDKs, but its time is fixed instead of its steepness: theirs hits a wall of 3 calls a
/// second again every 3 seconds. The rate never grows past twice what is really used, so idle times teach it nothing.
/// </remarks>
public sealed record Pace
{
    private const double Beta = 0.7;
    private const double SlowestRate = 0.05;

    /// <summary>How long the curve takes back to the rate that was refused.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan MeasuredOver = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private Pace(double rate, double ceiling) => (Rate, Ceiling) = (rate, ceiling);

    /// <summary>Calls per second that are allowed now.</summary>
    public double Rate { get; private init; }

    /// <summary>Calls per second that the user allows at most.</summary>
    public double Ceiling { get; }

    private TimeSpan NextAt { get; init; }

    private TimeSpan ClosedUntil { get; init; }

    /// <summary>Refusals in a row.</summary>
    private int Refusals { get; init; }

    private TimeSpan RefusedAt { get; init; } = TimeSpan.MinValue;

    /// <summary>The rate at the last refusal; null before the first one.</summary>
    private double? RefusedRate { get; init; }

    private TimeSpan MeasuredSince { get; init; }

    private int MeasuredCalls { get; init; }

    private double UsedRate { get; init; }

    /// <summary>A pace that learns, from 4 calls a second.</summary>
    public static Pace Auto { get; } = new(4, double.PositiveInfinity);

    /// <summary>A pace with a ceiling; it still gives way where the server refuses earlier.</summary>
    /// <param name="callsPerSecond">More than 0.</param>
    public static Pace Limited(double callsPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(callsPerSecond, 0);
        return new Pace(callsPerSecond, callsPerSecond);
    }

    /// <summary>When the next call may be sent; a moment in the past means at once.</summary>
    public TimeSpan OpenAt => NextAt > ClosedUntil ? NextAt : ClosedUntil;

    /// <summary>Whether nothing may be sent, because the server asked to stay away.</summary>
    public bool IsClosed(TimeSpan now) => now < ClosedUntil;

    /// <summary>The pace after a call is sent. Only to be asked at or after <see cref="OpenAt"/>.</summary>
    public Pace Sent(TimeSpan now)
    {
        var next = this with
        {
            NextAt = (now > NextAt + Interval ? now : NextAt) + Interval,
            MeasuredCalls = MeasuredCalls + 1,
        };
        var span = now - MeasuredSince;
        return span < MeasuredOver
            ? next
            : next with { MeasuredSince = now, MeasuredCalls = 0, UsedRate = next.MeasuredCalls / span.TotalSeconds };
    }

    /// <summary>A call was answered and not refused for its pace.</summary>
    public Pace Accepted(TimeSpan now)
    {
        var grown = RefusedRate is { } peak ? CubicRate(peak, now - RefusedAt) : Rate + 1;
        var used = Math.Max(UsedRate, MeasuredCalls);
        var bounded = Math.Min(Math.Min(grown, Math.Max(Rate, 2 * used)), Ceiling);
        return this with { Refusals = 0, Rate = Math.Max(bounded, SlowestRate) };
    }

    /// <summary>A call was refused: HTTP 429 or code 13000.</summary>
    /// <param name="sentAt">When that call was sent: refusals of calls sent before the last fall say nothing new.</param>
    /// <param name="now">The moment of the reply.</param>
    /// <param name="retryAfter">How long the server asks to stay away; null where it does not.</param>
    public Pace Refused(TimeSpan sentAt, TimeSpan now, TimeSpan? retryAfter)
    {
        var pause = retryAfter ?? Backoff.Exponential(FirstPause, Refusals, LongestPause);
        var closed = Closed(now + pause);
        return sentAt <= RefusedAt
            ? closed
            : closed with
            {
                Refusals = Refusals + 1,
                RefusedAt = now,
                RefusedRate = Rate,
                Rate = Math.Max(Rate * Beta, SlowestRate),
            };
    }

    /// <summary>Nothing may be sent before this moment.</summary>
    public Pace Closed(TimeSpan until) => until > ClosedUntil ? this with { ClosedUntil = until } : this;

    private TimeSpan Interval => TimeSpan.FromSeconds(1 / Rate);

    private double CubicRate(double peak, TimeSpan since)
    {
        var progress = (since - Recovery) / Recovery;
        return Math.Max(Rate, peak * (1 + ((1 - Beta) * Math.Pow(progress, 3))));
    }
}
