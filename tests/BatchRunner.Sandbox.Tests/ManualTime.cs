namespace BatchRunner.Sandbox.Tests;

/// <summary>A clock that moves only when a test moves it.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <summary>Noon UTC, in the middle of a month.</summary>
    public ManualTime()
        : this(new DateTimeOffset(2026, 8, 15, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(double seconds) => _now += TimeSpan.FromSeconds(seconds);
}
