using BatchRunner.Core.Batches;

namespace BatchRunner.Core.Summary;

/// <summary>One line of <c>summary.csv</c>.</summary>
/// <param name="Row">The row of the batch.</param>
/// <param name="Status">How it stands.</param>
public sealed record SummaryRow(BatchRow Row, RowStatus Status)
{
    /// <summary>Of the last attempt; empty where none created a run.</summary>
    public string RunSlug { get; init; } = "";

    /// <summary>Starts and reruns that created a run.</summary>
    public int Attempts { get; init; }

    /// <summary>USD, summed over all attempts.</summary>
    public decimal Usage { get; init; }

    /// <summary>Seconds, of the last attempt, as CoreClaw reports it; null where no attempt created a run.</summary>
    public decimal? DurationSeconds { get; init; }

    /// <summary>Null where no attempt created a run.</summary>
    public long? Results { get; init; }

    /// <summary>Null where no attempt created a run.</summary>
    public long? TrafficBytes { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>From sending the first start to having seen the end; null where nothing was sent or no end was seen.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>CoreClaw's application code, or a word of ours.</summary>
    public string ErrorCode { get; init; } = "";

    public string Error { get; init; } = "";

    public string RequestId { get; init; } = "";

    /// <summary>Relative to the batch directory; empty where nothing was collected.</summary>
    public string ResultPath { get; init; } = "";
}
