using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Tests.Model;

public sealed class ListTests : PlatformTest
{
    [Fact]
    public void A_status_filter_finds_runs_as_they_stand_now()
    {
        var platform = Platform(Base with { Plan = 0, Defaults = Base.Defaults with { Ready = 1 } });
        var first = Start(platform, "a");
        Time.Pass(1.5);
        var second = Start(platform, "fail-b");
        var third = Start(platform, "c");
        platform.Abort(RunAddress.By(third));

        Assert.Equal([first], InState(platform, RunState.Running));
        Assert.Equal([second], InState(platform, RunState.Ready));
        Assert.Equal([third], InState(platform, RunState.Aborting));
        Time.Pass(2);
        Assert.Equal([second], InState(platform, RunState.Running));
        Assert.Equal([first], InState(platform, RunState.Succeeded));
        Time.Pass(2);
        Assert.Empty(InState(platform, RunState.Running));
        Assert.Equal([second], InState(platform, RunState.Failed));
    }

    [Fact]
    public void Pages_cover_every_run_once_in_either_order()
    {
        foreach (var order in Enum.GetValues<ListOrder>())
        {
            var platform = Platform(Base with { Plan = 0, Switches = new() { ListOrder = order } });
            var started = Enumerable.Range(0, 25).Select(i => Start(platform, $"t{i}")).ToList();
            var listed = Enumerable.Range(1, 4).SelectMany(page => platform.List(new RunFilter(page, 7)).Page).Select(static view => view.Run.Slug).ToList();

            Assert.Equal(order is ListOrder.Oldest ? started : Enumerable.Reverse(started), listed);
        }
    }

    private static IEnumerable<string> InState(Platform platform, RunState state) =>
        platform.List(new RunFilter(1, 100) { State = state }).Page.Select(static view => view.Run.Slug);
}
