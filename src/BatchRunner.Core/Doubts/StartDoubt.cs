namespace BatchRunner.Core.Doubts;

/// <summary>A start or rerun whose answer never came.</summary>
/// <param name="Row">The row that sent it.</param>
/// <param name="SentAt">When it was about to be sent.</param>
/// <param name="GivenUpAt">When the answer was given up.</param>
/// <param name="WorkerSlug">The Worker that it runs; null where that cannot be found out.</param>
public sealed record StartDoubt(int Row, DateTimeOffset SentAt, DateTimeOffset GivenUpAt, string? WorkerSlug)
{
    /// <summary>How far CoreClaw's clock may be from ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    /// <summary>Whether the start could have created a run at this moment.</summary>
    public bool Covers(DateTimeOffset createdAt) => createdAt >= SentAt - Skew && createdAt <= GivenUpAt + Skew;

    /// <summary>Whether a run could come from either of the two.</summary>
    public bool Overlaps(StartDoubt other) =>
        SentAt - Skew <= other.GivenUpAt + Skew
        && other.SentAt - Skew <= GivenUpAt + Skew
        && (WorkerSlug is null || other.WorkerSlug is null || string.Equals(WorkerSlug, other.WorkerSlug, StringComparison.Ordinal));
}
