namespace BatchRunner.Core.Summary;

/// <summary>How a row stands in the summary.</summary>
public enum RowStatus
{
    NotStarted,

    /// <summary>Only in the summary of a batch that was interrupted: the run was left alive.</summary>
    Running,
    Succeeded,
    Failed,
    Aborted,
    TimedOut,

    /// <summary>CoreClaw refused to start it.</summary>
    Rejected,

    /// <summary>A start was sent and it cannot be told whether it created a run.</summary>
    InDoubt,
}

public static class RowStatuses
{
    /// <summary>The status as it stands in files, e.g. <c>timed_out</c>.</summary>
    public static string ToWord(this RowStatus status) =>
        status switch
        {
            RowStatus.NotStarted => "not_started",
            RowStatus.Running => "running",
            RowStatus.Succeeded => "succeeded",
            RowStatus.Failed => "failed",
            RowStatus.Aborted => "aborted",
            RowStatus.TimedOut => "timed_out",
            RowStatus.Rejected => "rejected",
            RowStatus.InDoubt => "in_doubt",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
        };
}
