namespace BatchRunner.Core.Pacing;

/// <summary>
/// How many own runs may be alive at once. Pure. Either given by the user, or learned: CoreClaw tells its plan's limit only by
/// refusing a start (code 30003), and other users of the account take slots too.
/// </summary>
public sealed record SlotLimit
{
    private const int FirstGuess = 2;
    private static readonly TimeSpan FirstProbe = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestProbe = TimeSpan.FromMinutes(5);

    private SlotLimit(int now, int ceiling) => (Now, Ceiling) = (now, ceiling);

    /// <summary>Runs that may be alive now.</summary>
    public int Now { get; private init; }

    /// <summary>The most the user allows.</summary>
    public int Ceiling { get; }

    /// <summary>The limit as met at a refusal; null where no start was ever refused.</summary>
    public int? Met { get; private init; }

    /// <summary>When one run more than <see cref="Now"/> may be tried; null where nothing is to be found out.</summary>
    public TimeSpan? ProbeAt { get; private init; }

    private int FailedProbes { get; init; }

    private TimeSpan RefusedAt { get; init; } = TimeSpan.MinValue;

    /// <summary>A limit that learns, from the smallest plan's.</summary>
    public static SlotLimit Auto { get; } = new(FirstGuess, int.MaxValue);

    /// <param name="runs">1 or more; CoreClaw's own limit still counts where it is lower.</param>
    public static SlotLimit Given(int runs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        return new SlotLimit(runs, runs);
    }

    /// <summary>Whether one more start may be sent.</summary>
    /// <param name="taken">Own runs alive and starts under way.</param>
    /// <param name="now">The moment.</param>
    public bool Admits(int taken, TimeSpan now) => taken < Now || (taken == Now && taken < Ceiling && ProbeAt <= now);

    /// <summary>A start was accepted.</summary>
    /// <param name="alive">Own runs alive, this one among them.</param>
    public SlotLimit Accepted(int alive)
    {
        var limit = Met is null && alive >= Now
            ? this with { Now = Math.Min(Math.Max(Now, 1) * 2, Ceiling) }
            : this;
        return alive <= limit.Now
            ? limit
            : limit with { Now = alive, Met = alive, FailedProbes = 0, ProbeAt = TimeSpan.Zero };
    }

    /// <summary>A start was refused with 30003.</summary>
    /// <param name="alive">Own runs alive at that moment, starts under way not counted.</param>
    /// <param name="sentAt">When that start was sent: refusals of starts sent before the last refusal are the same news.</param>
    /// <param name="now">The moment.</param>
    public SlotLimit Refused(int alive, TimeSpan sentAt, TimeSpan now)
    {
        var lower = this with { Now = Math.Min(alive, Ceiling), Met = Math.Max(alive, 1) };
        return sentAt <= RefusedAt
            ? lower
            : lower with
            {
                RefusedAt = now,
                FailedProbes = FailedProbes + 1,
                ProbeAt = now + Backoff.Exponential(FirstProbe, FailedProbes, LongestProbe),
            };
    }
}
