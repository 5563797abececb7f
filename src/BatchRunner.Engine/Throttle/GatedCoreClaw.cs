using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Calls;

namespace BatchRunner.Engine.Throttle;

/// <summary>
/// The only <see cref="ICoreClaw"/> that the engine is given: each call waits for a permit of the throttle and tells it how
/// the call ended. A refusal for its pace is waited out; a passing failure is tried again a few times, later and later.
/// </summary>
/// <param name="inner">Sends the calls.</param>
/// <param name="counter">Counts them as they are sent.</param>
/// <param name="throttle">Grants them.</param>
/// <param name="maxTries">How often a passing failure is tried.</param>
internal sealed class GatedCoreClaw(ICoreClaw inner, CallCounter counter, IActorRef throttle, int maxTries) : ICoreClaw
{
    /// <summary>With the throttle's growing waits this outlasts a bad minute; a longer outage is for the caller to decide.</summary>
    public const int PatientTries = 7;

    /// <summary>For calls whose failure is told to somebody who waits: about two seconds.</summary>
    public const int QuickTries = 3;

    public Task<RunReport> GetRunAsync(string runSlug, CancellationToken cancellationToken) =>
        CallAsync(CallKind.Detail, ct => inner.GetRunAsync(runSlug, ct), cancellationToken);

    public Task<RunReport> GetLastRunAsync(CancellationToken cancellationToken) =>
        CallAsync(CallKind.Detail, inner.GetLastRunAsync, cancellationToken);

    public Task<RunPage> ListRunsAsync(RunQuery query, CancellationToken cancellationToken) =>
        CallAsync(CallKind.List, ct => inner.ListRunsAsync(query, ct), cancellationToken);

    public Task<ResultPage> GetResultsAsync(string runSlug, int page, int limit, CancellationToken cancellationToken) =>
        CallAsync(CallKind.Result, ct => inner.GetResultsAsync(runSlug, page, limit, ct), cancellationToken);

    public Task<Uri> ExportAsync(string runSlug, string format, CancellationToken cancellationToken) =>
        CallAsync(CallKind.Export, ct => inner.ExportAsync(runSlug, format, ct), cancellationToken);

    public Task<RunLog> GetLogAsync(string runSlug, CancellationToken cancellationToken) =>
        CallAsync(CallKind.Log, ct => inner.GetLogAsync(runSlug, ct), cancellationToken);

    public Task AbortAsync(string runSlug, CancellationToken cancellationToken) =>
        CallAsync(CallKind.Abort, ct => Answered(inner.AbortAsync(runSlug, ct)), cancellationToken);

    public Task AbortLastAsync(CancellationToken cancellationToken) =>
        CallAsync(CallKind.Abort, ct => Answered(inner.AbortLastAsync(ct)), cancellationToken);

    public Task<SavedTask> GetTaskAsync(string taskId, CancellationToken cancellationToken) =>
        CallAsync(CallKind.Other, ct => inner.GetTaskAsync(taskId, ct), cancellationToken);

    public Task<Account> GetAccountAsync(CancellationToken cancellationToken) =>
        CallAsync(CallKind.Other, inner.GetAccountAsync, cancellationToken);

    private async Task<T> CallAsync<T>(CallKind kind, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var tries = 0;
        while (true)
        {
            var granted = await throttle.Ask<ThrottleProtocol.CallGranted>(
                new ThrottleProtocol.RequestCall(kind, tries), cancellationToken);
            counter.Count(kind);
            try
            {
                var reply = await call(cancellationToken);
                throttle.Tell(new ThrottleProtocol.CallEnded(granted.SentAt, null), ActorRefs.NoSender);
                return reply;
            }
            catch (CoreClawException e)
            {
                throttle.Tell(new ThrottleProtocol.CallEnded(granted.SentAt, e.Failure), ActorRefs.NoSender);
                if (e.Failure is ApiFailure.RateLimited)
                {
                    continue;
                }

                if (e.Failure is not (ApiFailure.TransientRead or ApiFailure.NotSent) || ++tries >= maxTries)
                {
                    throw;
                }
            }
        }
    }

    private static async Task<bool> Answered(Task call)
    {
        await call;
        return true;
    }
}
