using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Tests.Model;

/// <summary>A platform with a hand-moved clock, no rate limit, and runs of exactly 2 seconds.</summary>
public abstract class PlatformTest
{
    internal ManualTime Time { get; set; } = new();

    protected static Scenario Base { get; } = new()
    {
        Rate = 0,
        Defaults = new RunDefaults { Duration = new(2, 2), Ready = 0, Results = new(4, 4) },
    };

    internal Platform Platform(Scenario scenario, int seed = 1) => new(scenario, seed, Time);

    internal static string Start(Platform platform, string task) => platform.StartTask(task).Slug!;

    internal static string Status(Platform platform, string slug) => platform.Find(RunAddress.By(slug)).State.Text();
}
