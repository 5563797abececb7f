using BatchRunner.CoreClaw.Runs;

namespace BatchRunner.CoreClaw.Tests.Runs;

public sealed class BeijingDaysTests
{
    [Theory]
    [InlineData("2026-08-31T15:59:59Z", "2026-08-30T16:00:00Z")]
    [InlineData("2026-08-31T16:00:00Z", "2026-08-31T16:00:00Z")]
    [InlineData("2026-08-31T23:59:59+08:00", "2026-08-31T00:00:00+08:00")]
    [InlineData("2026-08-01T00:00:00+08:00", "2026-08-01T00:00:00+08:00")]
    [InlineData("2026-07-31T12:00:00-08:00", "2026-08-01T00:00:00+08:00")]
    public void A_day_begins_at_midnight_in_Beijing(string moment, string start) =>
        Assert.Equal(Parse(start), BeijingDays.StartOf(Parse(moment)));

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text);
}
