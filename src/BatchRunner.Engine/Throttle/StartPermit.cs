using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Calls;

namespace BatchRunner.Engine.Throttle;

/// <summary>The right to send one start: the only way for the engine to reach a call that creates a run.</summary>
internal sealed class StartPermit(int row, IRunStarter inner, CallCounter counter, IActorRef throttle) : IRunStarter
{
    private int _used;

    /// <summary>Whether the start was sent, or is being sent.</summary>
    public bool IsUsed => Volatile.Read(ref _used) != 0;

    /// <summary>Sends the start once the throttle confirms it, and tells the throttle how it went. Anything unforeseen leaves the fate unknown.</summary>
    /// <exception cref="InvalidOperationException">The permit was used before: a start is never sent twice.</exception>
    public async Task<string> StartAsync(StartOrder order, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _used, 1) != 0)
        {
            throw new InvalidOperationException($"the permit of row {row} was used before");
        }

        var confirmed = await throttle.Ask<object>(new ThrottleProtocol.ConfirmStart(), cancellationToken);
        if (confirmed is not ThrottleProtocol.CallGranted { SentAt: var sentAt })
        {
            throw new CoreClawException(new ApiFailure.NotSent(new CallFacts("POST", "(start)", "nothing is started any more")));
        }

        counter.Count(order is StartOrder.Rerun ? CallKind.Rerun : CallKind.Start);
        try
        {
            var slug = await inner.StartAsync(order, cancellationToken);
            throttle.Tell(new ThrottleProtocol.StartEnded(row, sentAt, null), ActorRefs.NoSender);
            return slug;
        }
        catch (Exception e)
        {
            var failure = (e as CoreClawException)?.Failure
                ?? new ApiFailure.UnknownFate(new CallFacts("POST", "(start)", $"the start was given up: {e.Message}"));
            throttle.Tell(new ThrottleProtocol.StartEnded(row, sentAt, failure), ActorRefs.NoSender);
            throw e as CoreClawException ?? new CoreClawException(failure, e);
        }
    }
}
