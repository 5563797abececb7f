namespace Akka.Actor;

public interface ICanTell
{
    void Tell(object message, IActorRef? sender);
}

/// <summary>The address of one incarnation of an actor: equal by path and incarnation, and valid across restarts.</summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>
{
    ActorPath Path { get; }
}

/// <summary>What the kernel itself may do with a reference.</summary>
internal interface IInternalActorRef : IActorRef
{
    ActorSystem System { get; }

    IInternalActorRef Parent { get; }

    bool IsTerminated { get; }

    void SendSystemMessage(SystemMessage message);

    void Stop();
}
