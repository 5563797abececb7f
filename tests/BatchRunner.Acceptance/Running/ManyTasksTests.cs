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
            Defaults = new RunDefaults { Duration = new(0.6, 1), Ready = 0 },
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

    [Fact]
    public async Task Rule_4_never_more_runs_are_alive_than_the_limit_that_was_given()
    {
        await ServeAsync(Scenarios.Quick);
        var tasks = Enumerable.Range(1, 12).Select(number => $"shop-{number}").ToArray();

        (await RunAsync("run", Write("few.txt", tasks), "-o", "out", "--rate", "500", "--max-concurrent", "3")).Expect(0);

        Assert.Equal((12, 3, 0), (Sandbox.Stats.RunsCreated, Sandbox.Stats.PeakRunning, Sandbox.Stats.PlanLimited));
    }

    [Fact]
    public async Task Rule_4_the_limit_of_the_plan_is_learned_from_its_refusal()
    {
        await ServeAsync(Scenarios.Quick with { Plan = 5, Defaults = new RunDefaults { Duration = new(3, 3), Ready = 0 } });
        var tasks = Enumerable.Range(1, 8).Select(number => $"shop-{number}").ToArray();

        (await RunAsync("run", Write("eight.txt", tasks), "-o", "out", "--rate", "500")).Expect(0);

        Assert.Equal((8, 5), (Sandbox.Stats.RunsCreated, Sandbox.Stats.PeakRunning));
        Assert.Equal((5, 5), (Number("plan_limit"), Number("peak_concurrent")));
        Assert.Equal(Sandbox.Stats.PlanLimited, Number("plan_limited"));
        Assert.All(Summary.Rows, row => Assert.Equal(("succeeded", "1"), (row["status"], row["attempts"])));
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
