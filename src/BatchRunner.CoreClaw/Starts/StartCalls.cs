using System.Diagnostics;
using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Failures;
using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;
using static BatchRunner.CoreClaw.Reading.DataOf;

namespace BatchRunner.CoreClaw.Starts;

internal sealed record StartedContract(string? RunSlug, string? Slug, string? RunId);

internal static class StartCalls
{
    public static ApiCall Of(StartOrder order)
    {
        var body = new StartBody { CallbackUrl = NonBlank(order.CallbackUrl) };
        return order switch
        {
            StartOrder.RunTask task => Start(body, "worker-tasks", task.TaskId, "runs"),
            StartOrder.RunWorker worker => Start(worker, body),
            StartOrder.Rerun rerun => Start(body, "worker-runs", rerun.RunSlug, "rerun"),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The slug of the run that was created; null where the reply has none.</summary>
    public static string? Slug(JsonElement data)
    {
        var started = Read(data, ApiJson.Default.StartedContract);
        return NonBlank(started?.RunSlug) ?? NonBlank(started?.Slug) ?? NonBlank(started?.RunId);
    }

    private static ApiCall Start(StartOrder.RunWorker order, StartBody body)
    {
        var input = WorkerInput.Wrap(order.InputJson);
        var call = Start(
            body with { Input = input, Version = NonBlank(order.Version) }, "workers", WorkerPath.ToUrlForm(order.WorkerId), "runs");
        return input is null ? call with { Refusal = "the input of a Worker must be a JSON object" } : call;
    }

    private static ApiCall Start(StartBody body, params string[] segments) => ApiCall.Post(CallKind.CreatesRun, body, segments);
}
