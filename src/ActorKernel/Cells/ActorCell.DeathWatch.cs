namespace Akka.Actor;

internal sealed partial class ActorCell
{
    /// <summary>Whom this actor watches, with the message that it wants instead of <see cref="Terminated"/>.</summary>
    private Dictionary<IActorRef, object?>? _watching;

    /// <summary>Whose <see cref="Terminated"/> is in the mailbox and still wanted.</summary>
    private Dictionary<IActorRef, object?>? _terminated;

    private HashSet<IInternalActorRef>? _watchedBy;

    public IActorRef Watch(IActorRef subject) => StartWatching(subject, null);

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return StartWatching(subject, message);
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        if (_watching?.Remove(subject) == true)
        {
            ((IInternalActorRef)subject).SendSystemMessage(new Unwatch(_self));
        }

        _terminated?.Remove(subject);
        return subject;
    }

    private IActorRef StartWatching(IActorRef subject, object? message)
    {
        if (subject is IInternalActorRef watchee && !subject.Equals(_self) && (_watching ??= []).TryAdd(subject, message))
        {
            watchee.SendSystemMessage(new Watch(watchee, _self));
        }

        return subject;
    }

    private void WatchedActorTerminated(IInternalActorRef subject, bool existenceConfirmed)
    {
        if (_watching?.Remove(subject, out var message) == true && !_stopping)
        {
            _self.Tell(new Terminated(subject, existenceConfirmed, addressTerminated: false), subject);
            ExpectTerminated(subject, message);
        }

        RemoveChild(subject);
    }

    private void ExpectTerminated(IActorRef subject, object? message) => (_terminated ??= [])[subject] = message;

    private void ReceiveTerminated(Terminated terminated)
    {
        if (_terminated?.Remove(terminated.ActorRef, out var message) == true)
        {
            Receive(message ?? terminated);
        }
    }

    private void AddWatcher(IInternalActorRef watcher)
    {
        // The parent is told of every end anyway.
        if (!watcher.Equals(ParentRef))
        {
            (_watchedBy ??= []).Add(watcher);
        }
    }

    private void RemoveWatcher(IInternalActorRef watcher) => _watchedBy?.Remove(watcher);

    private void TellWatchers()
    {
        foreach (var watcher in _watchedBy ?? [])
        {
            watcher.SendSystemMessage(new DeathWatchNotification(_self, true));
        }

        _watchedBy = null;
    }

    private void UnwatchAll()
    {
        foreach (var subject in _watching?.Keys ?? Enumerable.Empty<IActorRef>())
        {
            ((IInternalActorRef)subject).SendSystemMessage(new Unwatch(_self));
        }

        _watching = null;
        _terminated = null;
    }
}
