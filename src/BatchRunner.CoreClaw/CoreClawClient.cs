using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Accounts;
using BatchRunner.CoreClaw.Logs;
using BatchRunner.CoreClaw.Results;
using BatchRunner.CoreClaw.Runs;
using BatchRunner.CoreClaw.Starts;
using BatchRunner.CoreClaw.Tasks;

namespace BatchRunner.CoreClaw;

/// <summary>CoreClaw's API v2: one HTTP request for each method, never repeated. Safe to use from many threads at once.</summary>
public sealed class CoreClawClient(CoreClawConnection connection, TimeProvider time) : ICoreClaw, IRunStarter, IDisposable
{
    private readonly ApiCaller _api = new(connection, time);

    public async Task<string> StartAsync(StartOrder order, CancellationToken cancellationToken) =>
        await _api.CallAsync(StartCalls.Of(order), "run slug", StartCalls.Slug, cancellationToken);

    public async Task<RunReport> GetRunAsync(string runSlug, CancellationToken cancellationToken) =>
        await _api.CallAsync(RunCalls.Detail(runSlug), "run", RunReplies.Report, cancellationToken);

    public async Task<RunReport> GetLastRunAsync(CancellationToken cancellationToken) =>
        await _api.CallAsync(RunCalls.LastDetail(), "run", RunReplies.Report, cancellationToken);

    public async Task<RunPage> ListRunsAsync(RunQuery query, CancellationToken cancellationToken) =>
        await _api.CallAsync(RunCalls.List(query), "list of runs", RunReplies.Page, cancellationToken);

    public async Task<ResultPage> GetResultsAsync(string runSlug, int page, int limit, CancellationToken cancellationToken) =>
        await _api.CallAsync(ResultCalls.Page(runSlug, page, limit), "list of results", ResultReplies.Page, cancellationToken);

    public async Task<Uri> ExportAsync(string runSlug, string format, CancellationToken cancellationToken) =>
        await _api.CallAsync(ResultCalls.Export(runSlug, format), "download link", ResultReplies.Link, cancellationToken);

    public async Task<RunLog> GetLogAsync(string runSlug, CancellationToken cancellationToken) =>
        await _api.CallAsync(LogReplies.Call(runSlug), "log", LogReplies.Log, cancellationToken);

    public async Task AbortAsync(string runSlug, CancellationToken cancellationToken) =>
        await _api.CallAsync(RunCalls.Abort(runSlug), cancellationToken);

    public async Task AbortLastAsync(CancellationToken cancellationToken) =>
        await _api.CallAsync(RunCalls.AbortLast(), cancellationToken);

    public async Task<SavedTask> GetTaskAsync(string taskId, CancellationToken cancellationToken) =>
        await _api.CallAsync(TaskReplies.Call(taskId), "task", TaskReplies.Task, cancellationToken);

    public async Task<Account> GetAccountAsync(CancellationToken cancellationToken) =>
        await _api.CallAsync(AccountReplies.Call(), "balance", AccountReplies.Account, cancellationToken);

    public void Dispose() => _api.Dispose();
}
