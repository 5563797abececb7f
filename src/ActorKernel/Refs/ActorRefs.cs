namespace Akka.Actor;

public static class ActorRefs
{
    /// <summary>A reference that leads nowhere.</summary>
    public static readonly IActorRef Nobody = Actor.Nobody.Instance;

    /// <summary>Says that a message has no sender; the receiver sees the dead letters in its place.</summary>
    public static readonly IActorRef NoSender = null!;
}

internal sealed class Nobody : IActorRef
{
    public static readonly Nobody Instance = new();

    private Nobody()
    {
    }

    public ActorPath Path { get; } = new(new ActorPath("all-systems"), "Nobody", 0);

    public void Tell(object message, IActorRef? sender)
    {
    }

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => 0;

    public override string ToString() => "[Nobody]";
}
