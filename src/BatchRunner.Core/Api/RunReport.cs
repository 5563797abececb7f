namespace BatchRunner.Core.Api;

/// <summary>How CoreClaw says a run stands: one row of the run list, or one run's detail.</summary>
/// <param name="Slug">The run's ULID; its first ten characters are the creation time in milliseconds.</param>
/// <param name="Status">Where the run stands; the only authority on whether it is over.</param>
/// <param name="StatusText">The status as CoreClaw wrote it, for statuses that this program does not know.</param>
public sealed record RunReport(string Slug, RunStatus Status, string StatusText)
{
    /// <summary>The Worker's ULID, or null where the reply leaves it out.</summary>
    public string? WorkerSlug { get; init; }

    /// <summary>The Worker's title, for people.</summary>
    public string? WorkerTitle { get; init; }

    /// <summary>Who started the run (<c>api_v2</c>, <c>openapi</c>, <c>web</c>, …); opaque.</summary>
    public string? Origin { get; init; }

    /// <summary>Result rows so far, or in the end. 0 can be a success and more than 0 a failure.</summary>
    public long Results { get; init; }

    /// <summary>Money used, in USD, exactly as reported.</summary>
    public decimal Usage { get; init; }

    /// <summary>Traffic in bytes.</summary>
    public long TrafficBytes { get; init; }

    /// <summary>Null where CoreClaw reports 0 or nothing.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Null where CoreClaw reports 0 or nothing, as it does while the run is going.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Seconds, as reported.</summary>
    public decimal DurationSeconds { get; init; }

    /// <summary>CoreClaw's error text. Normally only rows of the run list carry it, never the detail.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>CoreClaw's handle for the reply that said all this; null where it gave none.</summary>
    public string? RequestId { get; init; }
}
