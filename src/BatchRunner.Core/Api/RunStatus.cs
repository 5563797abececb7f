namespace BatchRunner.Core.Api;

/// <summary>The life of a run, in CoreClaw's words.</summary>
public enum RunStatus
{
    /// <summary>A word that no document mentions: keep watching, report it literally.</summary>
    Unknown,
    Ready,
    Running,
    Succeeded,
    Failed,

    /// <summary>Disputed: on the way to aborted, or the resting state of a cancelled run. Wait a grace, then take it as aborted.</summary>
    Aborting,
    Aborted,
}

public static class RunStatuses
{
    /// <summary>Reads CoreClaw's word for a status, whatever its case; anything else is <see cref="RunStatus.Unknown"/>.</summary>
    public static RunStatus Parse(string? text) =>
        text?.Trim().ToLowerInvariant() switch
        {
            "ready" => RunStatus.Ready,
            "running" => RunStatus.Running,
            "succeeded" => RunStatus.Succeeded,
            "failed" => RunStatus.Failed,
            "aborting" => RunStatus.Aborting,
            "aborted" => RunStatus.Aborted,
            _ => RunStatus.Unknown,
        };

    /// <summary>Whether the run is over for certain.</summary>
    public static bool IsTerminal(this RunStatus status) =>
        status is RunStatus.Succeeded or RunStatus.Failed or RunStatus.Aborted;
}
