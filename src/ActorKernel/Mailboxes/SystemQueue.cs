namespace Akka.Actor;

/// <summary>Many writers, one reader; nothing is allocated while it is empty. Once closed it refuses, so that no instruction is lost.</summary>
internal struct SystemQueue
{
    private static readonly SystemMessage Closed = new Terminate();
    private SystemMessage? _latest;

    public readonly bool HasMessages => Volatile.Read(in _latest) is { } latest && !ReferenceEquals(latest, Closed);

    public bool TryEnqueue(SystemMessage message)
    {
        while (true)
        {
            var latest = Volatile.Read(ref _latest);
            if (ReferenceEquals(latest, Closed))
            {
                return false;
            }

            message.Next = latest;
            if (Interlocked.CompareExchange(ref _latest, message, latest) == latest)
            {
                return true;
            }
        }
    }

    /// <summary>Takes everything, the oldest first.</summary>
    public SystemMessage? TakeAll() => HasMessages ? OldestFirst(Interlocked.Exchange(ref _latest, null)) : null;

    public SystemMessage? Close() => OldestFirst(Interlocked.Exchange(ref _latest, Closed));

    private static SystemMessage? OldestFirst(SystemMessage? latest)
    {
        SystemMessage? oldest = null;
        while (latest is not null)
        {
            (latest.Next, oldest, latest) = (oldest, latest, latest.Next);
        }

        return oldest;
    }
}
