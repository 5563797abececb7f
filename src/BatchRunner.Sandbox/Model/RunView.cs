namespace BatchRunner.Sandbox.Model;

/// <summary>A run as it stood at one instant.</summary>
internal readonly record struct RunView(Run Run, RunState State, int Results, decimal Usage, DateTimeOffset? StartedAt, DateTimeOffset? StoppedAt)
{
    private const int BytesPerRow = 20_480;

    /// <summary>Null unless it failed.</summary>
    public string? Error => State is RunState.Failed ? Run.Plan.Error ?? "run was cancelled" : null;

    public long Traffic => (long)Results * BytesPerRow;

    /// <summary>When it came to its end; a cancelled run has none while it is <c>aborting</c>.</summary>
    public DateTimeOffset? FinishedAt => State is RunState.Ready or RunState.Running or RunState.Aborting ? null : StoppedAt;

    public static RunView Of(Run run, DateTimeOffset now)
    {
        var progress = run.Progress(now);
        return new RunView(
            run,
            run.State,
            (int)(run.Plan.Results * progress),
            new decimal((int)(run.Plan.UsageUnits * progress), 0, 0, isNegative: false, scale: 4),
            run.StartedAt,
            run.StoppedAt);
    }
}
