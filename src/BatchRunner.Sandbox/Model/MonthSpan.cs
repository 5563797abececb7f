namespace BatchRunner.Sandbox.Model;

/// <summary>A span of creation times within one calendar month of UTC+8: CoreClaw lists no more than that at once.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
internal sealed record MonthSpan(DateTimeOffset From, DateTimeOffset To)
{
    private const long Latest = 253_000_000_000;
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The month in which <paramref name="now"/> lies: what is listed without times.</summary>
    public static MonthSpan Current(DateTimeOffset now)
    {
        var first = Month(now);
        return new MonthSpan(first, first.AddMonths(1));
    }

    /// <param name="start">Unix seconds.</param>
    /// <param name="end">Unix seconds of a day's beginning; that whole day is included.</param>
    /// <exception cref="RefusalException">The two do not lie in one month.</exception>
    public static MonthSpan Between(long start, long end)
    {
        if (start is < 0 or > Latest || end is < 0 or > Latest)
        {
            throw RefusalException.Unprocessable("start_time and end_time are Unix seconds");
        }

        if (end < start)
        {
            throw RefusalException.Invalid("start_time is later than end_time");
        }

        var span = new MonthSpan(DateTimeOffset.FromUnixTimeSeconds(start), DateTimeOffset.FromUnixTimeSeconds(end).AddDays(1));
        return Month(span.From) == Month(span.To.AddSeconds(-1))
            ? span
            : throw RefusalException.Invalid("run list time range cannot cross months");
    }

    private static DateTimeOffset Month(DateTimeOffset at)
    {
        var local = at.ToOffset(Beijing);
        return new DateTimeOffset(local.Year, local.Month, 1, 0, 0, 0, Beijing);
    }
}
