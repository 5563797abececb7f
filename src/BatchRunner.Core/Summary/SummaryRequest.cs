using BatchRunner.Core.Batches;

namespace BatchRunner.Core.Summary;

/// <summary>What the summary needs besides the rows.</summary>
public sealed record SummaryRequest(
    IBatch Batch,
    string Directory,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    int PeakConcurrent,
    int? PlanLimit,
    CallCounts Calls,
    long RateLimited,
    long PlanLimited,
    long Retries,
    int? StopCode);
