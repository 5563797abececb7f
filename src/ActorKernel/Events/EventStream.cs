using Akka.Actor;

namespace Akka.Event;

/// <summary>Delivers what is published to those who subscribed to its type or to any type that it is.</summary>
public sealed class EventStream
{
    private readonly Lock _gate = new();
    private volatile Subscription[] _subscriptions = [];

    internal EventStream()
    {
    }

    /// <summary>False if that subscription exists already.</summary>
    public bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_gate)
        {
            if (_subscriptions.Any(s => s.Channel == channel && subscriber.Equals(s.Actor)))
            {
                return false;
            }

            _subscriptions = [.. _subscriptions, new Subscription(channel, subscriber, null)];
            return true;
        }
    }

    public bool Unsubscribe(IActorRef subscriber, Type channel) => Remove(s => s.Channel == channel && subscriber.Equals(s.Actor));

    public bool Unsubscribe(IActorRef subscriber) => Remove(s => subscriber.Equals(s.Actor));

    public void Publish(object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        var gone = false;
        foreach (var subscription in _subscriptions)
        {
            if (!subscription.Channel.IsInstanceOfType(@event))
            {
                continue;
            }

            subscription.Listener?.Invoke(@event);
            if (subscription.Actor is IInternalActorRef { IsTerminated: true })
            {
                gone = true;
            }
            else
            {
                subscription.Actor?.Tell(@event, ActorRefs.NoSender);
            }
        }

        if (gone)
        {
            Remove(s => s.Actor is IInternalActorRef { IsTerminated: true });
        }
    }

    /// <summary>Calls back on the thread that publishes, until the result is disposed.</summary>
    internal IDisposable Listen<TChannel>(Action<TChannel> listener)
    {
        var subscription = new Subscription(typeof(TChannel), null, @event => listener((TChannel)@event));
        lock (_gate)
        {
            _subscriptions = [.. _subscriptions, subscription];
        }

        return new Listening(this, subscription);
    }

    private bool Remove(Func<Subscription, bool> which)
    {
        lock (_gate)
        {
            var before = _subscriptions;
            _subscriptions = [.. before.Where(s => !which(s))];
            return _subscriptions.Length < before.Length;
        }
    }

    private sealed record Subscription(Type Channel, IActorRef? Actor, Action<object>? Listener);

    private sealed class Listening(EventStream stream, Subscription subscription) : IDisposable
    {
        public void Dispose() => stream.Remove(s => ReferenceEquals(s, subscription));
    }
}
