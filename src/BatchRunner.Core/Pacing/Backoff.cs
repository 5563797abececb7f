namespace BatchRunner.Core.Pacing;

/// <summary>How long to wait before trying again.</summary>
public static class Backoff
{
    /// <summary><paramref name="unit"/> doubled <paramref name="failures"/> times, at most <paramref name="longest"/>.</summary>
    public static TimeSpan Exponential(TimeSpan unit, int failures, TimeSpan longest) =>
        unit <= TimeSpan.Zero
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(Math.Min(unit.TotalSeconds * Math.Pow(2, failures), longest.TotalSeconds));

    /// <summary>Half to all of the wait, so that what failed together does not come back together.</summary>
    /// <param name="wait">The longest wait.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan Jittered(TimeSpan wait, double chance) => wait * (0.5 + (chance / 2));
}
