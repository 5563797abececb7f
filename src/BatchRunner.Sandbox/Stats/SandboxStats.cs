using System.Text.Json.Serialization;

namespace BatchRunner.Sandbox;

/// <summary>What really happened in the sandbox. <c>GET /_sandbox/stats</c> answers the same as JSON.</summary>
public sealed record SandboxStats
{
    /// <summary>Every HTTP request to the API, refused ones too.</summary>
    public required SandboxCalls Calls { get; init; }

    /// <summary>Calls refused with 13000.</summary>
    public required long RateLimited { get; init; }

    /// <summary>Of these, calls that came before a Retry-After was over.</summary>
    public required long EarlyCalls { get; init; }

    /// <summary>Starts and reruns refused with 30003.</summary>
    public required long PlanLimited { get; init; }

    /// <summary>Calls refused for other reasons.</summary>
    public required SandboxRefused Refused { get; init; }

    /// <summary>Own runs created, reruns included.</summary>
    public required int RunsCreated { get; init; }

    /// <summary>The same, by task id or Worker path.</summary>
    public required IReadOnlyDictionary<string, int> RunsPerTask { get; init; }

    /// <summary>Reruns among the runs.</summary>
    public required long Reruns { get; init; }

    /// <summary>Own runs in <c>ready</c> now.</summary>
    public required int Ready { get; init; }

    /// <summary>Own runs in <c>running</c> now.</summary>
    public required int Running { get; init; }

    /// <summary>The most own runs that ever held slots of the plan at one time.</summary>
    public required int PeakRunning { get; init; }

    /// <summary>Other people's runs now.</summary>
    public required int ForeignRunning { get; init; }

    /// <summary>USD that the own runs cost so far.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public required decimal UsageTotal { get; init; }

    /// <summary>Starts and reruns whose reply did not arrive whole.</summary>
    public required long LostReplies { get; init; }

    /// <summary>Downloads that carried a key to the storage origin.</summary>
    public required long KeyLeaks { get; init; }
}

/// <summary>HTTP requests by what they were for.</summary>
public sealed record SandboxCalls(
    long Start, long Rerun, long List, long Detail, long Result, long Export, long Log, long Abort, long Other, long Total);

/// <summary>Refused calls: without a good key, and those that were wrong in themselves or asked for what does not exist.</summary>
public sealed record SandboxRefused(long Auth, long Invalid);

/// <summary>One own run. <c>GET /_sandbox/runs</c> answers all of them, oldest first.</summary>
/// <param name="Slug">Its ULID.</param>
/// <param name="Task">The task's id, or the Worker's path.</param>
/// <param name="Status">As the API writes it.</param>
/// <param name="Usage">USD so far.</param>
/// <param name="Results">Rows so far.</param>
/// <param name="Error">Why it failed, or null.</param>
/// <param name="RerunOf">The run of which it is a rerun, or null.</param>
/// <param name="Lost">The reply to its start did not arrive whole.</param>
public sealed record SandboxRun(
    string Slug,
    string Task,
    string Status,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] decimal Usage,
    int Results,
    string? Error,
    string? RerunOf,
    bool Lost)
{
    /// <summary>The Worker's ULID.</summary>
    public required string Worker { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it began to run, or null.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it stopped, also by an abort, or null.</summary>
    public DateTimeOffset? StoppedAt { get; init; }
}
