using Akka.Actor;
using BatchRunner.Core.Calls;

namespace BatchRunner.Engine.Throttle;

/// <summary>A call that waits for its permit.</summary>
/// <param name="Asker">Who is told.</param>
/// <param name="NotBefore">The end of its backoff.</param>
/// <param name="DueAt">When it is as pressing as any.</param>
internal sealed record WaitingCall(IActorRef Asker, TimeSpan NotBefore, TimeSpan DueAt);

/// <summary>Calls that wait for a permit: those whose backoff is over, by urgency, and those that still back off.</summary>
internal sealed class WaitingCalls
{
    private readonly PriorityQueue<WaitingCall, (TimeSpan DueAt, long Order)> _ready = new();
    private readonly PriorityQueue<WaitingCall, (TimeSpan NotBefore, long Order)> _backingOff = new();
    private long _order;

    public void Add(IActorRef asker, CallKind kind, TimeSpan now, TimeSpan backoff)
    {
        var call = new WaitingCall(asker, now + backoff, now + backoff + kind.Patience());
        _backingOff.Enqueue(call, (call.NotBefore, _order++));
    }

    /// <summary>The most pressing call that may go now; null where there is none.</summary>
    public WaitingCall? Peek(TimeSpan now)
    {
        while (_backingOff.TryPeek(out var call, out _) && call.NotBefore <= now)
        {
            _backingOff.Dequeue();
            _ready.Enqueue(call, (call.DueAt, _order++));
        }

        return _ready.TryPeek(out var next, out _) ? next : null;
    }

    public WaitingCall Take() => _ready.Dequeue();

    /// <summary>When the next backoff ends; null where none is running.</summary>
    public TimeSpan? NextReadyAt => _backingOff.TryPeek(out var call, out _) ? call.NotBefore : null;
}
