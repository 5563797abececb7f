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

    /// <summary>When the start could have created a run.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Window => (SentAt - Skew, GivenUpAt + Skew);

    public bool Covers(DateTimeOffset createdAt) => createdAt >= Window.From && createdAt <= Window.To;

    /// <summary>Whether a run could come from either of the two.</summary>
    public bool Overlaps(StartDoubt other) =>
        Window.From <= other.Window.To
        && other.Window.From <= Window.To
        && (WorkerSlug is null || other.WorkerSlug is null || string.Equals(WorkerSlug, other.WorkerSlug, StringComparison.Ordinal));
}
