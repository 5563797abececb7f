namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private Children? _children;

    private IReadOnlyCollection<ChildRestartStats> ChildStats => _children?.All ?? [];

    private bool IsWaitingForChildren => _children is { Reason: not WaitReason.None };

    /// <summary>For the guardians, whose children are made by any thread.</summary>
    public void ExpectManyParents() => _children = new Children();

    public IActorRef ActorOf(Props props, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(props);
        if (_stopping || _closed)
        {
            throw new InvalidOperationException("Cannot create child while terminating or terminated");
        }

        if (name is not null)
        {
            ActorNames.Check(name);
        }

        var children = _children ??= new Children();
        var path = new ActorPath(_self.Path, name ?? children.NextName(), ActorNames.NextUid());
        var child = new LocalActorRef(System, path);
        var cell = new ActorCell(System, child, props, _self);
        children.Add(new ChildRestartStats(child));
        cell.PostSystem(new Create());
        return child;
    }

    public IActorRef Child(string name) => _children?.Find(name)?.Child ?? ActorRefs.Nobody;

    public IEnumerable<IActorRef> GetChildren() => ChildStats.Select(child => child.Child).ToArray();

    private ChildRestartStats? FindChild(IActorRef child) =>
        _children?.Find(child.Path.Name) is { } stats && stats.Child.Equals(child) ? stats : null;

    private bool WaitForChildren(WaitReason reason, Exception? cause) => _children?.Wait(reason, cause) == true;

    private void RemoveChild(IActorRef child)
    {
        if (FindChild(child) is not { } stats || _children is not { } children)
        {
            return;
        }

        var (reason, cause) = children.Remove(stats);
        switch (reason)
        {
            case WaitReason.Recreation:
                FinishRecreate(cause!);
                break;
            case WaitReason.Creation:
                FinishCreate();
                break;
            case WaitReason.Termination:
                FinishTerminate();
                break;
        }
    }
}
