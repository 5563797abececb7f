using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Tests.Model;

public sealed class SeedTests : PlatformTest
{
    private static readonly string[] Tasks = [.. Enumerable.Range(0, 200).Select(static i => $"t{i}")];

    [Fact]
    public void The_same_seed_makes_each_task_turn_out_the_same_in_whatever_order()
    {
        var forwards = Outcomes(1, Tasks);
        var backwards = Outcomes(1, Tasks.Reverse());

        Assert.Equal(forwards.OrderBy(static pair => pair.Key), backwards.OrderBy(static pair => pair.Key));
    }

    [Fact]
    public void Another_seed_makes_them_turn_out_differently() => Assert.NotEqual(Outcomes(1, Tasks), Outcomes(2, Tasks));

    [Fact]
    public void Values_fill_their_spans_and_stay_inside()
    {
        var plans = Outcomes(1, Tasks).Values;

        Assert.All(plans, static plan => Assert.InRange(plan.Duration.TotalSeconds, 1.5, 4.5));
        Assert.All(plans, static plan => Assert.InRange(plan.UsageUnits, 1, 500));
        Assert.Equal(Enumerable.Range(1, 20), plans.Select(static plan => plan.Results).Distinct().Order());
        Assert.True(plans.Max(static plan => plan.Duration) - plans.Min(static plan => plan.Duration) > TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public void Tasks_are_spread_over_the_Workers_and_keep_theirs()
    {
        var catalog = new WorkerCatalog();

        Assert.Equal(30, catalog.All.Select(static worker => worker.Slug).Distinct().Count());
        Assert.InRange(Tasks.Select(task => catalog.ForTask(task).Path).Distinct().Count(), 25, 30);
        Assert.Equal(catalog.ForTask("a"), new WorkerCatalog().ForTask("a"));
        Assert.All(catalog.All, static worker => Assert.True(Ulid.IsUlid(worker.Slug)));
    }

    private Dictionary<string, RunPlan> Outcomes(int seed, IEnumerable<string> tasks)
    {
        var platform = Platform(new Scenario { Rate = 0, Plan = 0 }, seed);
        return tasks.ToDictionary(static task => task, task => platform.Find(RunAddress.By(Start(platform, task))).Run.Plan);
    }
}
