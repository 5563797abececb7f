using BatchRunner.Core.Api;
using BatchRunner.Core.Summary;

namespace BatchRunner.Core.Runs;

/// <summary>What the end of a run means for its row.</summary>
public static class RunVerdict
{
    /// <summary>
    /// The status of a row whose last run ended like this. A run that was aborted because it outlived its time has timed
    /// out, also where CoreClaw shows the cancelled run as failed.
    /// </summary>
    public static RowStatus StatusOf(RunReport report, bool overdue) =>
        (report.Status, overdue) switch
        {
            (RunStatus.Succeeded, _) => RowStatus.Succeeded,
            (_, true) => RowStatus.TimedOut,
            (RunStatus.Aborted or RunStatus.Aborting, _) => RowStatus.Aborted,
            _ => RowStatus.Failed,
        };

    /// <summary>Why the run did not succeed; null where it did.</summary>
    public static ErrorNote? NoteOf(RunReport report, bool overdue) =>
        StatusOf(report, overdue) switch
        {
            RowStatus.Succeeded => null,
            RowStatus.TimedOut => Note(report, ErrorWords.Timeout, "the run lived longer than its timeout and was aborted"),
            RowStatus.Aborted => Note(report, ErrorWords.RunAborted, Said(report) ?? "the run was aborted"),
            _ when report.Status == RunStatus.Failed =>
                Note(report, ErrorWords.RunFailed, Said(report) ?? "the run failed; CoreClaw gives no reason"),
            _ => Note(report, ErrorWords.UnknownStatus, $"CoreClaw reports the unknown status '{report.StatusText}' for an ended run"),
        };

    private static ErrorNote Note(RunReport report, string code, string text) => new(code, text, report.RequestId ?? "");

    private static string? Said(RunReport report) =>
        string.IsNullOrWhiteSpace(report.ErrorMessage) ? null : report.ErrorMessage.Trim();
}
