using BatchRunner.CoreClaw.Runs;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Results;

internal static class ResultCalls
{
    public static ApiCall Page(string runSlug, int page, int limit) =>
        ApiCall.Get("worker-runs", runSlug, "result") with { Query = Paging.Of(page, limit) };

    public static ApiCall Export(string runSlug, string format) =>
        ApiCall.Get("worker-runs", runSlug, "result", "export") with { Query = [("format", format.ToLowerInvariant())] };
}
