namespace BatchRunner.CoreClaw.Reading;

internal static class Moments
{
    private const long LargestInSeconds = 100_000_000_000;
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Unix time, in seconds or (logs) milliseconds, told apart by size. 0 is CoreClaw's "not yet".</summary>
    public static DateTimeOffset? FromUnix(long? time) =>
        time switch
        {
            null or <= 0 => null,
            <= LargestInSeconds => DateTimeOffset.FromUnixTimeSeconds(time.Value),
            _ => time.Value <= Latest ? DateTimeOffset.FromUnixTimeMilliseconds(time.Value) : null,
        };
}
