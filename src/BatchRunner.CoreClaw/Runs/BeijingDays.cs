namespace BatchRunner.CoreClaw.Runs;

/// <summary>
/// CoreClaw counts days and months in UTC+8, and adds a whole day to the end of a span. A span is therefore sent as the
/// midnights with which its first and last day begin: anything later on the last day of a month would end in the next month,
/// and CoreClaw refuses spans that cross months.
/// </summary>
internal static class BeijingDays
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset StartOf(DateTimeOffset moment) => new(moment.ToOffset(Offset).Date, Offset);
}
