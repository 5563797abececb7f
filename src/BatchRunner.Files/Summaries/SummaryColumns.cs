namespace BatchRunner.Files;

/// <summary>The fixed columns of <c>summary.csv</c>, in their order.</summary>
internal static class SummaryColumns
{
    public static readonly IReadOnlyList<string> Names =
    [
        "row", "label", "kind", "target", "run_slug", "status", "attempts", "usage", "duration_s", "results", "traffic_bytes",
        "started_at", "finished_at", "elapsed_s", "error_code", "error", "request_id", "result_path",
    ];

    private static readonly HashSet<string> Set = new(Names, StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) => Set.Contains(name);
}
