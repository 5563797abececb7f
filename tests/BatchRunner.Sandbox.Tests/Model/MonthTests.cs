using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Tests.Model;

public sealed class MonthTests : PlatformTest
{
    private static readonly DateTimeOffset August = new(2026, 8, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset LastDay = August.AddDays(30);

    [Fact]
    public void Without_times_only_the_current_month_of_Beijing_is_listed()
    {
        Time = new ManualTime(August.AddSeconds(-1));
        var platform = Platform(Base);
        var july = Start(platform, "a");
        Time.Pass(1);
        var august = Start(platform, "b");

        Assert.Equal([august], Slugs(platform, times: null));
        Assert.Equal([july], Slugs(platform, (August.AddDays(-1).ToUnixTimeSeconds(), August.AddDays(-1).ToUnixTimeSeconds())));
        Assert.Equal("running", Status(platform, july));
    }

    [Fact]
    public void The_whole_of_the_last_day_is_included()
    {
        Time = new ManualTime(LastDay.AddDays(1).AddSeconds(-1));
        var platform = Platform(Base);
        var run = Start(platform, "a");

        Assert.Equal([run], Slugs(platform, (August.ToUnixTimeSeconds(), LastDay.ToUnixTimeSeconds())));
        Assert.Empty(Slugs(platform, (August.ToUnixTimeSeconds(), LastDay.AddDays(-1).ToUnixTimeSeconds())));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(-86400, 0)]
    public void A_span_that_leaves_the_month_is_refused(long startShift, long endShift)
    {
        var platform = Platform(Base);
        var refusal = Assert.Throws<RefusalException>(() =>
            Slugs(platform, (August.ToUnixTimeSeconds() + startShift, LastDay.ToUnixTimeSeconds() + endShift)));

        Assert.Equal((400, 11000, "run list time range cannot cross months"), (refusal.Http, refusal.Code, refusal.Message));
    }

    [Fact]
    public void The_whole_month_is_no_crossing() =>
        Assert.Empty(Slugs(Platform(Base), (August.ToUnixTimeSeconds(), LastDay.ToUnixTimeSeconds())));

    private static IEnumerable<string> Slugs(Platform platform, (long Start, long End)? times) =>
        platform.List(new RunFilter(1, 100) { Times = times }).Page.Select(static view => view.Run.Slug);
}
