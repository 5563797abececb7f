namespace Akka.Actor;

/// <summary>Identity, the same for every kind of reference. By default nobody is behind it: whatever arrives is dropped.</summary>
internal abstract class InternalActorRef(ActorSystem system, ActorPath path) : IInternalActorRef
{
    public ActorPath Path { get; } = path;

    public ActorSystem System { get; } = system;

    public virtual IInternalActorRef Parent => System.RootRef;

    public virtual bool IsTerminated => false;

    public abstract void Tell(object message, IActorRef? sender);

    public virtual void SendSystemMessage(SystemMessage message)
    {
    }

    public virtual void Stop()
    {
    }

    public bool Equals(IActorRef? other) => Same(this, other);

    public override bool Equals(object? obj) => obj is IActorRef other && Same(this, other);

    public override int GetHashCode() => Hash(this);

    public override string ToString() => $"[{Path}#{Path.Uid}]";

    internal static bool Same(IActorRef one, IActorRef? other) =>
        ReferenceEquals(one, other) || (other is not null && one.Path.Uid == other.Path.Uid && one.Path.Equals(other.Path));

    internal static int Hash(IActorRef one) => HashCode.Combine(one.Path.Uid, one.Path);
}
