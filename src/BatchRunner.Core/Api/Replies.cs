namespace BatchRunner.Core.Api;

/// <summary>Which page of the run list to read.</summary>
/// <param name="Page">Counts from 1.</param>
/// <param name="Limit">1 to 100 runs.</param>
public sealed record RunQuery(int Page = 1, int Limit = RunQuery.MaxLimit)
{
    /// <summary>More than this is either clamped or refused by CoreClaw: never ask for it.</summary>
    public const int MaxLimit = 100;

    /// <summary>Only runs of this Worker (slug or <c>owner~name</c>).</summary>
    public string? WorkerId { get; init; }

    /// <summary>Only runs with this status.</summary>
    public RunStatus? Status { get; init; }

    /// <summary>
    /// Only runs created in this span of days. Both ends must lie in one calendar month of UTC+8; without a span CoreClaw
    /// answers the current month only.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset LastDay)? Days { get; init; }
}

/// <summary>One page of the run list, in the order CoreClaw gave it.</summary>
/// <param name="Total">All runs that match, on all pages.</param>
/// <param name="Runs">The runs of this page.</param>
public sealed record RunPage(long Total, IReadOnlyList<RunReport> Runs);

/// <summary>One page of result rows.</summary>
/// <param name="Total">All rows of the run.</param>
/// <param name="PageIndex">The page that was really served, counted from 1; null where the reply does not say.</param>
/// <param name="Rows">Each row as its JSON object.</param>
public sealed record ResultPage(long Total, int? PageIndex, IReadOnlyList<string> Rows);

/// <summary>A run's log.</summary>
/// <param name="AllLogsUrl">A temporary, signed link to the whole log; a secret. Null where there is none.</param>
/// <param name="Lines">The inline lines, often only the platform's own.</param>
public sealed record RunLog(Uri? AllLogsUrl, IReadOnlyList<LogLine> Lines);

/// <param name="Level">How grave the line is.</param>
/// <param name="Text">The line itself.</param>
/// <param name="At">When it was written; null where the reply gives a bare string.</param>
public sealed record LogLine(LogLineLevel Level, string Text, DateTimeOffset? At);

/// <summary>CoreClaw's levels, by its own numbers; 0 where none is given.</summary>
public enum LogLineLevel
{
    Unknown = 0,
    Debug = 1,
    Info = 2,
    Warn = 3,
    Error = 4,
}

/// <param name="Slug">The task's ULID.</param>
/// <param name="Title">Its title.</param>
/// <param name="WorkerSlug">The Worker it runs; null where the reply leaves it out.</param>
/// <param name="WorkerPath">The Worker's path as <c>owner~name</c>; null where the reply leaves it out.</param>
public sealed record SavedTask(string Slug, string Title, string? WorkerSlug, string? WorkerPath);

/// <param name="Balance">USD, exactly as reported.</param>
/// <param name="ExpiresAt">When the balance expires; null where CoreClaw reports none.</param>
public sealed record Account(decimal Balance, DateTimeOffset? ExpiresAt);
