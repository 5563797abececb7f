namespace Akka.Actor;

/// <summary>Why an actor waits until its dying children are gone.</summary>
internal enum WaitReason
{
    None,
    Recreation,
    Creation,
    Termination,
}

/// <summary>The living and dying children. A name is taken until its owner is gone. Locked because a guardian's children come from any thread.</summary>
internal sealed class Children
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ChildRestartStats> _byName = new(StringComparer.Ordinal);
    private int _dying;
    private long _named;
    private Exception? _cause;

    public WaitReason Reason { get; private set; }

    public IReadOnlyCollection<ChildRestartStats> All
    {
        get
        {
            lock (_gate)
            {
                return _byName.Count == 0 ? [] : [.. _byName.Values];
            }
        }
    }

    public string NextName() => $"${Interlocked.Increment(ref _named)}";

    public void Add(ChildRestartStats child)
    {
        var name = child.Child.Path.Name;
        lock (_gate)
        {
            if (Reason == WaitReason.Termination)
            {
                throw new InvalidOperationException("Cannot create child while terminating or terminated");
            }

            if (!_byName.TryAdd(name, child))
            {
                throw new InvalidActorNameException($"Actor name \"{name}\" is not unique!");
            }
        }
    }

    public ChildRestartStats? Find(string name)
    {
        lock (_gate)
        {
            return _byName.GetValueOrDefault(name);
        }
    }

    public void Dying(ChildRestartStats child)
    {
        lock (_gate)
        {
            if (!child.IsDying)
            {
                child.IsDying = true;
                _dying++;
            }
        }
    }

    /// <summary>Must come before the children are told to stop: what another thread adds from now on would be forgotten.</summary>
    public void TakeNoMore()
    {
        lock (_gate)
        {
            Reason = WaitReason.Termination;
        }
    }

    /// <summary>False when nobody is dying, so that there is nothing to wait for.</summary>
    public bool Wait(WaitReason reason, Exception? cause)
    {
        lock (_gate)
        {
            if (_dying == 0)
            {
                return false;
            }

            (Reason, _cause) = (reason, cause);
            return true;
        }
    }

    /// <summary>Says what the parent waited for when the last dying child is gone.</summary>
    public (WaitReason Reason, Exception? Cause) Remove(ChildRestartStats child)
    {
        lock (_gate)
        {
            _byName.Remove(child.Child.Path.Name);
            if (!child.IsDying || --_dying > 0)
            {
                return (WaitReason.None, null);
            }

            var waited = (Reason, _cause);
            if (Reason != WaitReason.Termination)
            {
                (Reason, _cause) = (WaitReason.None, null);
            }

            return waited;
        }
    }
}
