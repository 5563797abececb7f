using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Runs;

namespace BatchRunner.Core.Tests;

/// <summary>What tests of the core begin with.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 8, 6, 12, 0, 0, TimeSpan.Zero);

    public static readonly BatchRow Row = new(1, new RunTarget.Task("task-1"));

    public static CallFacts Facts(long? code = null, string message = "no", TimeSpan? retryAfter = null) =>
        new("POST", "/api/v2/worker-tasks/task-1/runs", message) { Code = code, RequestId = "req-1", RetryAfter = retryAfter };

    public static RunReport Report(string slug, RunStatus status, string? error = null, decimal usage = 0.01m) =>
        new(slug, status, status.ToString().ToLowerInvariant()) { ErrorMessage = error, Usage = usage, WorkerSlug = "worker-1" };

    /// <summary>The state after these inputs, each one second after the other, and the last decision.</summary>
    public static (RowState State, Decision Last) Lived(RunMachine machine, params RunInput[] inputs)
    {
        var (state, last, now) = (RowState.Fresh(1), Decision.None, Noon);
        foreach (var input in inputs)
        {
            last = machine.Decide(state, input, now);
            state = last.Events.Aggregate(state, (current, e) => current.Apply(e));
            now += TimeSpan.FromSeconds(1);
        }

        return (state, last);
    }
}
