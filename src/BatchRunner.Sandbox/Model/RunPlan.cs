namespace BatchRunner.Sandbox.Model;

/// <summary>What will become of a run, settled when it is created.</summary>
/// <param name="Ready">How long it is <c>ready</c>.</param>
/// <param name="Duration">How long it is <c>running</c>.</param>
/// <param name="Error">The error text; null where it succeeds.</param>
/// <param name="Results">Its rows at the end.</param>
/// <param name="UsageUnits">Its cost at the end, in 0.0001 USD.</param>
/// <param name="Seed">Of its rows.</param>
internal sealed record RunPlan(TimeSpan Ready, TimeSpan Duration, string? Error, int Results, int UsageUnits, ulong Seed)
{
    /// <param name="rule">The rule that matched.</param>
    /// <param name="defaults">For what the rule leaves out.</param>
    /// <param name="ordinal">1 for the first run of the task, reruns included.</param>
    /// <param name="seed">Different for each run.</param>
    public static RunPlan Make(ScenarioRule? rule, RunDefaults defaults, int ordinal, ulong seed)
    {
        var dice = new Dice(seed);
        var duration = TimeSpan.FromSeconds(dice.Pick(rule?.Duration ?? defaults.Duration));
        var rows = rule?.Results ?? defaults.Results;
        var results = dice.PickWhole(Math.Ceiling(rows.Min), Math.Floor(rows.Max));
        var cost = rule?.Usage ?? defaults.Usage;
        var units = dice.PickWhole(Math.Round(cost.Min * 10_000), Math.Round(cost.Max * 10_000));
        var unlucky = dice.Falls(rule?.FailChance ?? 0);
        var fails = unlucky || rule is { FailAlways: true } || ordinal <= rule?.FailFirst;

        // A run that fails may leave some of its rows behind.
        results = fails ? dice.PickWhole(0, results / 2) : results;
        return new RunPlan(
            TimeSpan.FromSeconds(rule?.Ready ?? defaults.Ready), duration, fails ? rule?.Error ?? defaults.Error : null, results, units, dice.Next());
    }
}
