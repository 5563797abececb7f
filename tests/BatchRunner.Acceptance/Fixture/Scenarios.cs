using BatchRunner.Sandbox;

namespace BatchRunner.Acceptance.Fixture;

/// <summary>Ways in which the local CoreClaw behaves in tests.</summary>
internal static class Scenarios
{
    /// <summary>Runs of a fraction of a second, and no limit on calls.</summary>
    public static Scenario Quick { get; } = new()
    {
        RateAlgorithm = RateAlgorithm.None,
        Defaults = new RunDefaults { Duration = new(0.05, 0.2), Ready = 0 },
    };

    /// <summary>Like <see cref="Quick"/>, with rules for some tasks.</summary>
    public static Scenario QuickWith(params ScenarioRule[] rules) => Quick with { Rules = rules };
}
