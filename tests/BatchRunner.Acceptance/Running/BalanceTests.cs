using BatchRunner.Acceptance.Fixture;
using BatchRunner.Sandbox;

namespace BatchRunner.Acceptance.Running;

public sealed class BalanceTests : ProgramTest
{
    [Fact]
    public async Task Rule_10_an_empty_balance_stops_the_batch_and_living_runs_are_followed_to_their_end()
    {
        await ServeAsync(Scenarios.Quick with { Defaults = new RunDefaults { Duration = new(1.5, 1.5), Ready = 0 } });
        string[] tasks = ["maps-1", "maps-2", "maps-3", "broke-4", .. Enumerable.Range(5, 26).Select(number => $"maps-{number}")];

        var ended = (await RunAsync("run", Write("broke.txt", tasks), "-o", "out", "--rate", "500", "--max-concurrent", "4")).Expect(3);

        Assert.Contains("30001", ended.Error, StringComparison.Ordinal);
        Assert.Equal(tasks, Summary.Column("target"));
        Assert.Equal("not_started", Summary["broke-4"]["status"]);
        Assert.Equal(1, Sandbox.Stats.Refused.Invalid);
        Assert.InRange(Sandbox.Stats.RunsCreated, 3, 8);
        Assert.All(Sandbox.Runs, run => Assert.Equal((run.Slug, "succeeded"), (Summary[run.Task]["run_slug"], Summary[run.Task]["status"])));
        Assert.Equal(30 - Sandbox.Stats.RunsCreated, Summary.Rows.Count(row => row["status"] == "not_started"));
        Assert.Equal(Sandbox.Stats.UsageTotal, Summary.Usage);
    }
}
