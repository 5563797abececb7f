using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Tests.Model;

public sealed class LifeTests : PlatformTest
{
    [Fact]
    public void A_run_is_ready_then_running_then_over()
    {
        var platform = Platform(Base with { Defaults = Base.Defaults with { Ready = 1 } });
        var run = Start(platform, "a");

        Assert.Equal("ready", Status(platform, run));
        Time.Pass(1);
        Assert.Equal("running", Status(platform, run));
        Time.Pass(2);
        Assert.Equal("succeeded", Status(platform, run));
    }

    [Fact]
    public void Rows_and_usage_grow_while_it_runs_and_never_shrink()
    {
        var platform = Platform(Base);
        var run = RunAddress.By(Start(platform, "a"));
        Time.Pass(1);
        var half = platform.Find(run);
        Time.Pass(1);
        var whole = platform.Find(run);

        Assert.Equal((2, 4), (half.Results, whole.Results));
        Assert.True(half.Usage < whole.Usage);
    }

    [Theory]
    [InlineData(CancelledEnd.Aborting, "aborting")]
    [InlineData(CancelledEnd.Aborted, "aborted")]
    [InlineData(CancelledEnd.Failed, "failed")]
    public void A_cancelled_run_comes_to_rest_as_the_switch_says(CancelledEnd end, string status)
    {
        var platform = Platform(Base with { Switches = new() { CancelledEndsAs = end, CancelledAfter = 5 } });
        var run = Start(platform, "a");
        platform.Abort(RunAddress.By(run));

        Time.Pass(4.9);
        Assert.Equal("aborting", Status(platform, run));
        Time.Pass(0.1);
        Assert.Equal(status, Status(platform, run));
    }

    [Fact]
    public void What_a_cancelled_run_cost_stays_as_it_was()
    {
        var platform = Platform(Base with { Defaults = Base.Defaults with { Usage = new(0.04, 0.04) } });
        var run = RunAddress.By(Start(platform, "a"));
        Time.Pass(1);
        platform.Abort(run);
        Time.Pass(100);

        Assert.Equal(0.02m, platform.Find(run).Usage);
        Assert.Equal(2, platform.Find(run).Results);
    }

    [Fact]
    public void A_finished_run_cannot_be_aborted()
    {
        var platform = Platform(Base);
        var run = RunAddress.By(Start(platform, "a"));
        Time.Pass(2);

        Assert.Equal(70002, Assert.Throws<RefusalException>(() => platform.Abort(run)).Code);
    }

    [Fact]
    public void A_clock_that_jumps_back_takes_nothing_back()
    {
        var platform = Platform(Base);
        var run = Start(platform, "a");
        Time.Pass(2);
        Assert.Equal("succeeded", Status(platform, run));

        Time.Pass(-3600);
        var next = Start(platform, "b");

        Assert.Equal("succeeded", Status(platform, run));
        Assert.True(string.CompareOrdinal(next, run) > 0);
    }
}
