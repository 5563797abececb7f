namespace BatchRunner.Sandbox;

/// <summary>How to serve a local CoreClaw.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port on loopback; 0 = a free one.</summary>
    public int Port { get; init; }

    /// <summary>Runs at once; 0 = no limit; null = as the scenario says, else 10.</summary>
    public int? Plan { get; init; }

    /// <summary>Calls per second; 0 = no limit; null = as the scenario says, else 20.</summary>
    public double? Rate { get; init; }

    /// <summary>The same seed makes the same tasks turn out the same.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The only key that is accepted; null = any.</summary>
    public string? Key { get; init; }

    /// <summary>A scenario file; null = <see cref="Scenario"/>.</summary>
    public string? ScenarioPath { get; init; }

    /// <summary>A scenario made in code; null = the built-in one. <see cref="ScenarioPath"/> beats it.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>The scenario to play, with the plan and the rate given here.</summary>
    internal Scenario Resolve()
    {
        var scenario = ScenarioPath is { } path ? Sandbox.Scenario.Load(path) : Scenario ?? new Scenario();
        scenario = scenario with
        {
            Plan = Plan ?? scenario.Plan,
            Rate = Rate ?? scenario.Rate,
            RateAlgorithm = Rate is null ? scenario.RateAlgorithm : RateAlgorithm.TokenBucket,
            Burst = Rate is null ? scenario.Burst : null,
        };
        ScenarioCheck.Run(scenario, ScenarioPath ?? "scenario");
        return scenario;
    }
}
