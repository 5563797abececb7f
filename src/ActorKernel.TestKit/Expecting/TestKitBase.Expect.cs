using Akka.Actor;
using Xunit;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes the next message, which must be of that type.</summary>
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null) => Expect<T>(duration, hint, _ => { });

    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string? hint = null) =>
        Expect<T>(timeout, hint, received => Assert.Equal(message, received));

    public T ExpectMsg<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null) =>
        Expect<T>(timeout, hint, received => Assert.True(isMessage(received), $"{received} is not the message expected. {hint}"));

    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null) =>
        Expect(timeout, hint, assert);

    public Terminated ExpectTerminated(IActorRef target, TimeSpan? timeout = null, string? hint = null) =>
        Expect<Terminated>(timeout, hint, received => Assert.Equal(target, received.ActorRef));

    /// <summary>Waits for real, also when the time of the system stands still.</summary>
    public void ExpectNoMsg() => ExpectNothing(RemainingOrDefault);

    public void ExpectNoMsg(TimeSpan duration) => ExpectNothing(Dilated(duration));

    private void ExpectNothing(TimeSpan duration)
    {
        var received = Take(duration);
        _lastWasNoMsg = true;
        if (received is not null)
        {
            Assert.Fail($"Failed: Expected no messages during {duration}, instead we received {received.Message} from {received.Sender}");
        }
    }

    private T Expect<T>(TimeSpan? duration, string? hint, Action<T> assert)
    {
        var limit = RemainingOrDilated(duration);
        var received = Take(limit);
        if (received is null)
        {
            Assert.Fail($"Failed: Timeout {limit} while waiting for a message of type {typeof(T)} {hint}");
        }

        if (received.Message is not T message)
        {
            Assert.Fail($"Failed: Expected a message of type {typeof(T)}, but received {{{received.Message}}} "
                + $"(type {received.Message.GetType()}) instead {hint} from {received.Sender}");
            return default;
        }

        assert(message);
        return message;
    }

    private MessageEnvelope? Take(TimeSpan limit)
    {
        _lastWasNoMsg = false;
        return _last = _queue.TryTake(out var envelope, limit < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : limit) ? envelope : null;
    }
}
