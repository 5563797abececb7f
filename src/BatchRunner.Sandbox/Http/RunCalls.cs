using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>How runs stand, and how they are stopped.</summary>
internal static class RunCalls
{
    public static Reply Detail(ApiCall call, RunAddress run)
    {
        var view = call.Platform.Find(run);
        return Envelope.Success(data => RunJson.Write(data, view, call.Switches, inList: false));
    }

    public static Reply Abort(ApiCall call, RunAddress run)
    {
        call.Platform.Abort(run);
        return Envelope.Success(data: null);
    }

    public static Reply List(ApiCall call)
    {
        var (page, limit) = call.Paging();
        var (total, runs) = call.Platform.List(new RunFilter(page, limit)
        {
            WorkerId = call.Text("worker_id") is { Length: > 0 } worker ? worker : null,
            State = State(call.Text("status")),
            Times = Times(call.Number("start_time"), call.Number("end_time")),
        });
        return Envelope.Success(data =>
        {
            data.WriteStartObject();
            data.WriteCount("count", total, call.Switches);
            data.WriteStartArray("list");
            foreach (var run in runs)
            {
                RunJson.Write(data, run, call.Switches, inList: true);
            }

            data.WriteEndArray();
            data.WriteEndObject();
        });
    }

    private static RunState? State(string? status) => status switch
    {
        null or "" => null,
        "ready" => RunState.Ready,
        "running" => RunState.Running,
        "succeeded" => RunState.Succeeded,
        "failed" => RunState.Failed,
        "aborting" => RunState.Aborting,
        _ => throw RefusalException.Unprocessable("status must be one of ready, running, succeeded, failed, aborting"),
    };

    private static (long Start, long End)? Times(long? start, long? end) => (start, end) switch
    {
        (null, null) => null,
        ({ } from, { } to) => (from, to),
        _ => throw RefusalException.Invalid("start_time and end_time must be given together"),
    };
}
