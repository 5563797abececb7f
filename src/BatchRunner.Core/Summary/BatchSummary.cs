namespace BatchRunner.Core.Summary;

/// <summary>What <c>summary.json</c> says about the whole batch.</summary>
public sealed record BatchSummary
{
    public required string Batch { get; init; }

    public required string Directory { get; init; }

    public required int Rows { get; init; }

    public required IReadOnlyDictionary<RowStatus, int> Counts { get; init; }

    public required long Attempts { get; init; }

    /// <summary>USD, the exact sum over all rows.</summary>
    public required decimal Usage { get; init; }

    /// <summary>From the batch's start to its end.</summary>
    public required TimeSpan Wall { get; init; }

    /// <summary>The sum over runs of the time between their start and their end as seen.</summary>
    public required TimeSpan Busy { get; init; }

    /// <summary>The most own runs alive at once.</summary>
    public required int PeakConcurrent { get; init; }

    /// <summary>Runs at once, as given or learned from a refusal; null where it was never met.</summary>
    public required int? PlanLimit { get; init; }

    public required CallCounts Calls { get; init; }

    /// <summary>Replies that said "too many calls".</summary>
    public required long RateLimited { get; init; }

    /// <summary>Starts refused because the plan's limit of runs was reached.</summary>
    public required long PlanLimited { get; init; }

    /// <summary>Calls that were repeated after a failure that was neither of the two above.</summary>
    public required long Retries { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>Busy time over the time that all slots offered; null where the limit is not known or no time went by.</summary>
    public double? SlotUtilization =>
        PlanLimit is > 0 && Wall > TimeSpan.Zero ? Busy / (Wall * PlanLimit.Value) : null;
}

/// <summary>HTTP requests that were sent to the API, by kind.</summary>
public sealed record CallCounts(
    long Start, long Rerun, long List, long Detail, long Result, long Export, long Log, long Abort, long Other)
{
    public long Total => Start + Rerun + List + Detail + Result + Export + Log + Abort + Other;
}
