using BatchRunner.Core.Api;

namespace BatchRunner.Engine.Run;

/// <summary>Finds a failed run's reason in its log, where CoreClaw's report gives none.</summary>
internal static class FailureReason
{
    /// <summary>The report with the log's last error line, or last warning, as its error text; unchanged where there is neither.</summary>
    public static RunReport From(RunLog log, RunReport report)
    {
        var line = log.Lines.LastOrDefault(line => line.Level == LogLineLevel.Error)
            ?? log.Lines.LastOrDefault(line => line.Level == LogLineLevel.Warn);
        return line is null ? report : report with { ErrorMessage = line.Text };
    }
}
