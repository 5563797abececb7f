namespace BatchRunner.Core.Batches;

/// <summary>What a row of a batch runs.</summary>
public abstract record RunTarget
{
    private RunTarget(string kind, string id) => (Kind, Id) = (kind, id);

    /// <summary>The word of the summary's column <c>kind</c>.</summary>
    public string Kind { get; }

    /// <summary>The id as given in the batch file.</summary>
    public string Id { get; }

    public sealed record Task(string TaskId) : RunTarget("task", TaskId);

    /// <param name="WorkerId">Slug, <c>owner~name</c> or <c>owner/name</c>, as given.</param>
    /// <param name="InputJson">A JSON object.</param>
    /// <param name="Version">A concrete version, or null for the Worker's current one.</param>
    public sealed record Worker(string WorkerId, string InputJson, string? Version) : RunTarget("worker", WorkerId);

    public sealed record Rerun(string RunSlug) : RunTarget("rerun", RunSlug);
}
