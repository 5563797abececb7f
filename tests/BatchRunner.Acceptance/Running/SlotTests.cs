using BatchRunner.Acceptance.Fixture;
using BatchRunner.Sandbox;

namespace BatchRunner.Acceptance.Running;

public sealed class SlotTests : ProgramTest
{
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
        await ServeAsync(Scenarios.Quick with { Plan = 5, Defaults = new RunDefaults { Duration = new(2, 2), Ready = 0 } });
        var tasks = Enumerable.Range(1, 8).Select(number => $"shop-{number}").ToArray();

        (await RunAsync("run", Write("eight.txt", tasks), "-o", "out", "--rate", "500")).Expect(0);

        Assert.Equal((8, 5), (Sandbox.Stats.RunsCreated, Sandbox.Stats.PeakRunning));
        Assert.Equal((5, 5), (Number("plan_limit"), Number("peak_concurrent")));
        Assert.Equal(Sandbox.Stats.PlanLimited, Number("plan_limited"));
        Assert.All(Summary.Rows, row => Assert.Equal(("succeeded", "1"), (row["status"], row["attempts"])));
    }

    private long Number(string name) => Summary.Json.GetProperty(name).GetInt64();
}
