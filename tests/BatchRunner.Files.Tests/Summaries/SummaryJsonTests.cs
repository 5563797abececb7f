using BatchRunner.Core.Summary;

namespace BatchRunner.Files.Tests.Summaries;

public sealed class SummaryJsonTests
{
    private static readonly BatchSummary Full = new()
    {
        Batch = "batches/größe.csv",
        Directory = "runs/x-20260806-010203",
        Rows = 12,
        Counts = new Dictionary<RowStatus, int> { [RowStatus.Succeeded] = 10, [RowStatus.InDoubt] = 2 },
        Attempts = 14,
        Usage = 0.1230m,
        Wall = TimeSpan.FromTicks(100_004_999),
        Busy = TimeSpan.FromSeconds(25),
        PeakConcurrent = 3,
        PlanLimit = 3,
        Calls = new CallCounts(1, 2, 3, 4, 5, 6, 7, 8, 9),
        RateLimited = 5,
        PlanLimited = 6,
        Retries = 7,
        StartedAt = new DateTimeOffset(2026, 8, 6, 3, 2, 3, TimeSpan.FromHours(2)),
        FinishedAt = new DateTimeOffset(2026, 8, 6, 1, 2, 13, 4, TimeSpan.Zero),
        ExitCode = 4,
    };

    [Fact]
    public void The_file_is_written_to_the_letter()
    {
        Assert.Equal(
            """
            {
              "schema": 1,
              "batch": "batches/größe.csv",
              "directory": "runs/x-20260806-010203",
              "rows": 12,
              "counts": {
                "succeeded": 10,
                "failed": 0,
                "aborted": 0,
                "timed_out": 0,
                "rejected": 0,
                "in_doubt": 2,
                "not_started": 0,
                "running": 0
              },
              "attempts": 14,
              "usage": "0.1230",
              "wall_s": 10.000,
              "busy_s": 25.000,
              "peak_concurrent": 3,
              "plan_limit": 3,
              "slot_utilization": 0.8333,
              "calls": {
                "total": 45,
                "start": 1,
                "rerun": 2,
                "list": 3,
                "detail": 4,
                "result": 5,
                "export": 6,
                "log": 7,
                "abort": 8,
                "other": 9
              },
              "rate_limited": 5,
              "plan_limited": 6,
              "retries": 7,
              "started_at": "2026-08-06T01:02:03Z",
              "finished_at": "2026-08-06T01:02:13Z",
              "exit_code": 4
            }

            """,
            SummaryJson.Write(Full));
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        var text = SummaryJson.Write(Full with { PlanLimit = null });

        Assert.Contains("\"plan_limit\": null,\n  \"slot_utilization\": null,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_status_has_its_count()
    {
        var counts = Enum.GetValues<RowStatus>().ToDictionary(status => status, _ => 7);

        var text = SummaryJson.Write(Full with { Counts = counts });

        Assert.All(Enum.GetValues<RowStatus>(), status => Assert.Contains($"\"{status.ToWord()}\": 7", text, StringComparison.Ordinal));
    }
}
