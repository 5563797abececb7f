using BatchRunner.Core.Batches;
using BatchRunner.Core.Runs;

namespace BatchRunner.Core.Summary;

/// <summary>Turns what the journal knows about a row into its line of the summary. Pure.</summary>
public static class SummaryProjection
{
    public static SummaryRow Of(BatchRow row, RowState state)
    {
        var report = state.LastReport;
        return new SummaryRow(row, StatusOf(state))
        {
            RunSlug = state.RunSlug ?? "",
            Attempts = state.Attempts,
            Usage = state.Usage,
            DurationSeconds = report?.DurationSeconds,
            Results = report?.Results,
            TrafficBytes = report?.TrafficBytes,
            StartedAt = report?.StartedAt,
            FinishedAt = report?.FinishedAt,
            Elapsed = report is null ? null : state.EndSeenAt - state.FirstSentAt,
            ErrorCode = state.Error?.Code ?? "",
            Error = state.Error?.Text ?? "",
            RequestId = state.Error?.RequestId ?? "",
            ResultPath = state.ResultPath,
        };
    }

    /// <summary>The status of a row that has ended, or of one that a halt or an interrupt caught on its way.</summary>
    private static RowStatus StatusOf(RowState state) =>
        state.Phase switch
        {
            RowPhase.Ended => state.Status!.Value,
            RowPhase.Live => RowStatus.Running,
            RowPhase.Starting or RowPhase.Lost => RowStatus.InDoubt,
            _ when state.LastReport is { } report => RunVerdict.StatusOf(report, state.IsOverdue),
            _ => RowStatus.NotStarted,
        };
}
