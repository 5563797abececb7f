using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;
using static BatchRunner.CoreClaw.Reading.DataOf;

namespace BatchRunner.CoreClaw.Tasks;

internal sealed record TaskContract(string? Slug, string? Title, string? WorkerSlug, string? WorkerPath);

internal static class TaskReplies
{
    public static ApiCall Call(string taskId) => ApiCall.Get("worker-tasks", taskId);

    /// <summary>Null without a slug.</summary>
    public static SavedTask? Task(JsonElement data) =>
        Read(data, ApiJson.Default.TaskContract) is { } task && NonBlank(task.Slug) is { } slug
            ? new SavedTask(slug, task.Title ?? string.Empty, NonBlank(task.WorkerSlug), UrlForm(NonBlank(task.WorkerPath)))
            : null;

    private static string? UrlForm(string? path) => path is null ? null : WorkerPath.ToUrlForm(path);
}
