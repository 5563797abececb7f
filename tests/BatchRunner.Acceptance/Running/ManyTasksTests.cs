using System.Globalization;
using BatchRunner.Acceptance.Fixture;
using BatchRunner.Sandbox;

namespace BatchRunner.Acceptance.Running;

public sealed class ManyTasksTests : ProgramTest
{
    [Fact]
    public async Task Rule_5_every_row_is_one_row_of_the_summary_and_one_run_in_a_full_plan()
    {
        await ServeAsync(Scenarios.Quick with
        {
            Plan = 10,
            Rate = 40,
            RateAlgorithm = RateAlgorithm.TokenBucket,
            Defaults = new RunDefaults { Duration = new(0.5, 0.8), Ready = 0 },
        });
        var tasks = Enumerable.Range(1, 120).Select(number => $"shop-{number:000}").ToArray();

        (await RunAsync("run", Write("many.txt", tasks), "-o", "out")).Expect(0);

        Assert.Equal(tasks, Summary.Column("target"));
        Assert.Equal(120, Sandbox.Runs.Count);
        Assert.All(Sandbox.Runs, ExpectRow);
        var stats = Sandbox.Stats;
        Assert.Equal(10, stats.PeakRunning);
        Assert.True(stats.PlanLimited > 0, "the plan's limit was never met");
        Assert.True(stats.Calls.Total <= 2.5 * stats.RunsCreated, $"{stats.Calls} for {stats.RunsCreated} runs");
        Assert.Equal((stats.PlanLimited, stats.RateLimited), (Number("plan_limited"), Number("rate_limited")));
    }

    private void ExpectRow(SandboxRun run)
    {
        var row = Summary[run.Task];
        Assert.Equal((run.Slug, run.Status, "1"), (row["run_slug"], row["status"], row["attempts"]));
        Assert.Equal(run.Usage, decimal.Parse(row["usage"], CultureInfo.InvariantCulture));
        Assert.Equal(run.Results, int.Parse(row["results"], CultureInfo.InvariantCulture));
    }

    private long Number(string name) => Summary.Json.GetProperty(name).GetInt64();
}
