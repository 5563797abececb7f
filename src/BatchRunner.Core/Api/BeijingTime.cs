namespace BatchRunner.Core.Api;

/// <summary>CoreClaw cuts its months at midnight in Beijing, and its run list never shows two of them at once.</summary>
public static class BeijingTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static bool IsSameMonth(DateTimeOffset one, DateTimeOffset other)
    {
        var (a, b) = (one.ToOffset(Offset), other.ToOffset(Offset));
        return (a.Year, a.Month) == (b.Year, b.Month);
    }
}
