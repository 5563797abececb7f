namespace Akka.Actor;

internal sealed class StashOf(ActorCell cell) : IStash
{
    private LinkedList<Envelope> _stash = new();
    private int? _lastDelivery;

    public void Stash()
    {
        var message = cell.CurrentMessage ?? throw new IllegalActorStateException("There is no current message to stash");
        if (_lastDelivery == cell.Delivery)
        {
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once");
        }

        _lastDelivery = cell.Delivery;
        _stash.AddLast(new Envelope(message, cell.Sender));
    }

    public void Unstash()
    {
        if (_stash.First is { } oldest)
        {
            _stash.RemoveFirst();
            cell.PostFirst(oldest.Value);
        }
    }

    public void UnstashAll() => UnstashAll(_ => true);

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        foreach (var envelope in ClearStash().Reverse())
        {
            if (predicate(envelope))
            {
                cell.PostFirst(envelope);
            }
        }
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var stashed = _stash;
        _stash = new LinkedList<Envelope>();
        return stashed;
    }
}
