using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>Where a call goes.</summary>
/// <param name="Kind">As the stats count it.</param>
/// <param name="Handle">Answers it.</param>
internal readonly record struct Route(CallKind Kind, Func<ApiCall, Reply> Handle)
{
    private const string Prefix = "/api/v2/";

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Percent-decoded, except for <c>%2F</c>.</param>
    public static Route Find(string method, string path)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal) || path.Contains("%2F", StringComparison.OrdinalIgnoreCase))
        {
            return Nowhere;
        }

        return (method, path[Prefix.Length..].Split('/')) switch
        {
            ("POST", ["worker-tasks", var task, "runs"]) => new(CallKind.Start, call => StartCalls.Task(call, task)),
            ("POST", ["workers", var worker, "runs"]) => new(CallKind.Start, call => StartCalls.Worker(call, worker)),
            ("GET", ["worker-runs"]) => new(CallKind.List, RunCalls.List),
            ("GET", ["worker-runs", var run]) => new(CallKind.Detail, call => RunCalls.Detail(call, One(run))),
            ("GET", ["worker-runs", "last", "export"]) => new(CallKind.Export, call => ResultCalls.Export(call, RunAddress.Last)),
            ("GET", ["worker-runs", var run, "result", "export"]) when run != "last" => new(CallKind.Export, call => ResultCalls.Export(call, One(run))),
            (_, ["worker-runs", var run, var what]) => OfRun(method, what, One(run)),
            ("GET", ["workers", var worker, "runs", "last"]) => new(CallKind.Detail, call => RunCalls.Detail(call, RunAddress.LastOf(worker))),
            ("GET", ["workers", var worker, "runs", "last", "export"]) => new(CallKind.Export, call => ResultCalls.Export(call, RunAddress.LastOf(worker))),
            (_, ["workers", var worker, "runs", "last", var what]) => OfRun(method, what, RunAddress.LastOf(worker)),
            ("GET", ["worker-tasks"]) => new(CallKind.Other, TaskCalls.List),
            ("GET", ["worker-tasks", var task]) => new(CallKind.Other, call => TaskCalls.Get(call, task)),
            ("GET", ["workers"]) => new(CallKind.Other, WorkerCalls.List),
            ("GET", ["workers", var worker]) => new(CallKind.Other, call => WorkerCalls.Get(call, worker)),
            ("GET", ["users", "account"]) => new(CallKind.Other, AccountCalls.Get),
            _ => Nowhere,
        };
    }

    private static Route Nowhere => new(CallKind.Other, static _ => throw RefusalException.NoRoute());

    private static Route OfRun(string method, string what, RunAddress run) => (method, what) switch
    {
        ("POST", "rerun") => new(CallKind.Rerun, call => StartCalls.Rerun(call, run)),
        ("POST", "abort") => new(CallKind.Abort, call => RunCalls.Abort(call, run)),
        ("GET", "result") => new(CallKind.Result, call => ResultCalls.Page(call, run)),
        ("GET", "log") => new(CallKind.Log, call => LogCalls.Get(call, run)),
        _ => Nowhere,
    };

    private static RunAddress One(string run) => run == "last" ? RunAddress.Last : RunAddress.By(run);
}
