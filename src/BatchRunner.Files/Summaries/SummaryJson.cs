using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BatchRunner.Core.Summary;

namespace BatchRunner.Files;

/// <summary><c>summary.json</c>.</summary>
public static class SummaryJson
{
    private static readonly JsonWriterOptions Indented =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly RowStatus[] Statuses =
    [
        RowStatus.Succeeded, RowStatus.Failed, RowStatus.Aborted, RowStatus.TimedOut, RowStatus.Rejected, RowStatus.InDoubt,
        RowStatus.NotStarted, RowStatus.Running,
    ];

    /// <summary>The whole text of the file, its last line end included.</summary>
    public static string Write(BatchSummary summary) => Encoding.UTF8.GetString(WriteUtf8(summary).Span);

    internal static ReadOnlyMemory<byte> WriteUtf8(BatchSummary summary)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            WriteMembers(json, summary);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, BatchSummary summary)
    {
        json.WriteNumber("schema", 1);
        json.WriteString("batch", summary.Batch);
        json.WriteString("directory", summary.Directory);
        json.WriteNumber("rows", summary.Rows);
        WriteCounts(json, summary.Counts);
        json.WriteNumber("attempts", summary.Attempts);
        json.WriteString("usage", Cell.Of(summary.Usage));
        json.WriteNumber("wall_s", Cell.Seconds(summary.Wall));
        json.WriteNumber("busy_s", Cell.Seconds(summary.Busy));
        json.WriteNumber("peak_concurrent", summary.PeakConcurrent);
        if (summary.PlanLimit is { } limit)
            json.WriteNumber("plan_limit", limit);
        else
            json.WriteNull("plan_limit");
        if (summary.SlotUtilization is { } utilization)
            json.WriteNumber("slot_utilization", decimal.Round((decimal)utilization, 4));
        else
            json.WriteNull("slot_utilization");
        WriteCalls(json, summary.Calls);
        json.WriteNumber("rate_limited", summary.RateLimited);
        json.WriteNumber("plan_limited", summary.PlanLimited);
        json.WriteNumber("retries", summary.Retries);
        json.WriteString("started_at", Cell.Of(summary.StartedAt));
        json.WriteString("finished_at", Cell.Of(summary.FinishedAt));
        json.WriteNumber("exit_code", summary.ExitCode);
    }

    private static void WriteCounts(Utf8JsonWriter json, IReadOnlyDictionary<RowStatus, int> counts)
    {
        json.WriteStartObject("counts");
        foreach (var status in Statuses)
            json.WriteNumber(status.ToWord(), counts.GetValueOrDefault(status));
        json.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter json, CallCounts calls)
    {
        json.WriteStartObject("calls");
        json.WriteNumber("total", calls.Total);
        json.WriteNumber("start", calls.Start);
        json.WriteNumber("rerun", calls.Rerun);
        json.WriteNumber("list", calls.List);
        json.WriteNumber("detail", calls.Detail);
        json.WriteNumber("result", calls.Result);
        json.WriteNumber("export", calls.Export);
        json.WriteNumber("log", calls.Log);
        json.WriteNumber("abort", calls.Abort);
        json.WriteNumber("other", calls.Other);
        json.WriteEndObject();
    }
}
