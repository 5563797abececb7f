using System.Collections.Concurrent;
using BatchRunner.Core.Api;

namespace BatchRunner.Engine.Tests;

/// <summary>A CoreClaw whose answers a test writes down; what it leaves out fails loudly.</summary>
internal sealed class ScriptedCoreClaw : ICoreClaw, IRunStarter
{
    public ConcurrentQueue<string> Calls { get; } = new();

    public Func<StartOrder, Task<string>> Start { get; set; } = order => throw Unscripted(order);

    public Func<RunQuery, RunPage> List { get; set; } = query => throw Unscripted(query);

    public Func<string, RunReport> Detail { get; set; } = slug => throw Unscripted(slug);

    public Func<string, RunLog> Log { get; set; } = slug => throw Unscripted(slug);

    public Func<Account> Account { get; set; } = () => new Account(1, null);

    public Func<string, SavedTask> SavedTask { get; set; } = id => new SavedTask(id, id, "worker", null);

    public Task<string> StartAsync(StartOrder order, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"start {order switch { StartOrder.RunTask task => task.TaskId, StartOrder.Rerun rerun => $"again {rerun.RunSlug}", _ => "worker" }}");
        return Start(order);
    }

    public Task<RunPage> ListRunsAsync(RunQuery query, CancellationToken cancellationToken) => Answer($"list {query.Page}", () => List(query));

    public Task<RunReport> GetRunAsync(string runSlug, CancellationToken cancellationToken) => Answer($"detail {runSlug}", () => Detail(runSlug));

    public Task<RunLog> GetLogAsync(string runSlug, CancellationToken cancellationToken) => Answer($"log {runSlug}", () => Log(runSlug));

    public Task<Account> GetAccountAsync(CancellationToken cancellationToken) => Answer("account", Account);

    public Task<SavedTask> GetTaskAsync(string taskId, CancellationToken cancellationToken) => Answer($"task {taskId}", () => SavedTask(taskId));

    public Task AbortAsync(string runSlug, CancellationToken cancellationToken) => Answer($"abort {runSlug}", () => true);

    public Task AbortLastAsync(CancellationToken cancellationToken) => throw Unscripted("abort last");

    public Task<RunReport> GetLastRunAsync(CancellationToken cancellationToken) => throw Unscripted("last");

    public Task<ResultPage> GetResultsAsync(string runSlug, int page, int limit, CancellationToken cancellationToken) => throw Unscripted("results");

    public Task<Uri> ExportAsync(string runSlug, string format, CancellationToken cancellationToken) =>
        Answer($"export {runSlug} {format}", () => new Uri("https://storage.example/file"));

    private async Task<T> Answer<T>(string call, Func<T> reply)
    {
        Calls.Enqueue(call);
        await Task.CompletedTask;
        return reply();
    }

    private static InvalidOperationException Unscripted(object call) => new($"nothing is scripted for {call}");
}
