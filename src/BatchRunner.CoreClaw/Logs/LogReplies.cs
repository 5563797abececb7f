using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Logs;

internal static class LogReplies
{
    public static ApiCall Call(string runSlug) => ApiCall.Get("worker-runs", runSlug, "log");

    public static RunLog Log(JsonElement data)
    {
        var log = DataOf.Read(data, ApiJson.Default.LogContract);
        return new RunLog(WebLink.Parse(log?.AllLogsUrl), [.. (log?.List ?? []).OfType<LogEntry>().Select(Line)]);
    }

    private static LogLine Line(LogEntry entry) =>
        new(Level(entry.Type), entry.Content ?? string.Empty, Moments.FromUnix(entry.Timestamp));

    private static LogLineLevel Level(string? type) =>
        type?.Trim().ToLowerInvariant() switch
        {
            "1" or "debug" => LogLineLevel.Debug,
            "2" or "info" => LogLineLevel.Info,
            "3" or "warn" or "warning" => LogLineLevel.Warn,
            "4" or "error" => LogLineLevel.Error,
            _ => LogLineLevel.Unknown,
        };
}
