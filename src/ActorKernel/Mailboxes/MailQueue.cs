namespace Akka.Actor;

/// <summary>
/// Many writers, one reader, lock-free: writers swap themselves in as the last link and then tie the knot, so the order of one
/// sender is kept. A writer between those two steps hides what follows; it schedules the reader once the knot is tied.
/// </summary>
internal struct MailQueue
{
    private Mail _last;
    private Mail _first;
    private Mail? _unstashed;

    public MailQueue()
    {
        _first = _last = new Mail(null!, null);
    }

    public readonly bool IsEmpty => Volatile.Read(in _unstashed) is null && Volatile.Read(in Volatile.Read(in _first).Next) is null;

    public void Enqueue(Mail mail)
    {
        var previous = Interlocked.Exchange(ref _last, mail);
        Volatile.Write(ref previous.Next, mail);
    }

    /// <summary>Puts a message before all others. Only for the reader.</summary>
    public void EnqueueFirst(object message, IActorRef? sender)
    {
        var mail = new Mail(message, sender) { Next = _unstashed };
        Volatile.Write(ref _unstashed, mail);
    }

    public bool TryDequeue(out object message, out IActorRef? sender)
    {
        if (_unstashed is { } front)
        {
            (message, sender) = (front.Message, front.Sender);
            Volatile.Write(ref _unstashed, front.Next);
            return true;
        }

        var next = Volatile.Read(ref _first.Next);
        if (next is null)
        {
            (message, sender) = (null!, null);
            return false;
        }

        (message, sender) = (next.Message, next.Sender);
        next.Clear();
        Volatile.Write(ref _first, next);
        return true;
    }
}

internal sealed class Mail(object message, IActorRef? sender)
{
    internal Mail? Next;

    public object Message { get; private set; } = message;

    public IActorRef? Sender { get; private set; } = sender;

    /// <summary>The last link stays as the head of the queue and must not keep its message alive.</summary>
    public void Clear()
    {
        Message = null!;
        Sender = null;
    }
}
