using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Failures;
using BatchRunner.CoreClaw.Starts;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Runs;

internal static class RunCalls
{
    private const string Runs = "worker-runs";
    private const string Newest = "last";

    public static ApiCall Detail(string slug) => ApiCall.Get(Runs, slug);

    public static ApiCall LastDetail() => ApiCall.Get(Runs, Newest);

    public static ApiCall Abort(string slug) => ApiCall.Post(CallKind.Repeatable, new NoBody(), Runs, slug, "abort");

    public static ApiCall AbortLast() => ApiCall.Post(CallKind.Repeatable, new NoBody(), Runs, Newest, "abort");

    public static ApiCall List(RunQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int?)query.Status ?? -1, (int)RunStatus.Unknown, nameof(query));
        var asked = Paging.Of(query.Page, query.Limit);
        if (query.WorkerId is { } worker)
        {
            asked.Add(("worker_id", WorkerPath.ToUrlForm(worker)));
        }

        if (query.Status is { } status)
        {
            asked.Add(("status", status.ToString().ToLowerInvariant()));
        }

        if (query.Days is var (from, lastDay))
        {
            asked.Add(("start_time", BeijingDays.StartOf(from).ToUnixTimeSeconds()));
            asked.Add(("end_time", BeijingDays.StartOf(lastDay).ToUnixTimeSeconds()));
        }

        return ApiCall.Get(Runs) with { Query = asked };
    }
}
