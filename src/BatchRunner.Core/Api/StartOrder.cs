namespace BatchRunner.Core.Api;

/// <summary>What can be asked of CoreClaw that creates a run. Always asynchronous (<c>is_async: true</c>).</summary>
public abstract record StartOrder
{
    private StartOrder(string? callbackUrl) => CallbackUrl = callbackUrl;

    /// <summary>Where CoreClaw is to report status changes, or null.</summary>
    public string? CallbackUrl { get; }

    /// <summary><c>POST /api/v2/worker-tasks/{id}/runs</c>.</summary>
    public sealed record RunTask(string TaskId, string? CallbackUrl = null) : StartOrder(CallbackUrl);

    /// <summary>
    /// <c>POST /api/v2/workers/{id}/runs</c>. <paramref name="InputJson"/> is a JSON object: the Worker's own fields, or already
    /// wrapped as <c>{"parameters":{"custom":{…}}}</c>. <paramref name="Version"/> is left out when null: many Workers refuse "latest".
    /// </summary>
    public sealed record RunWorker(string WorkerId, string InputJson, string? Version, string? CallbackUrl = null)
        : StartOrder(CallbackUrl);

    /// <summary><c>POST /api/v2/worker-runs/{slug}/rerun</c>: a new run with the input of an old one.</summary>
    public sealed record Rerun(string RunSlug, string? CallbackUrl = null) : StartOrder(CallbackUrl);
}
