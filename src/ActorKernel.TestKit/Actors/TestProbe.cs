using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An actor that a test plays: it receives, expects, and answers.</summary>
public class TestProbe : TestKitBase, IInternalActorRef
{
    internal TestProbe(ActorSystem system, string? name)
        : base(system, name)
    {
    }

    public IActorRef Ref => TestActor;

    /// <summary>Who sent the message that was taken last.</summary>
    public IActorRef Sender => LastSender;

    ActorPath IActorRef.Path => TestActor.Path;

    ActorSystem IInternalActorRef.System => Sys;

    IInternalActorRef IInternalActorRef.Parent => Inner.Parent;

    bool IInternalActorRef.IsTerminated => Inner.IsTerminated;

    private IInternalActorRef Inner => (IInternalActorRef)TestActor;

    /// <summary>Tells with this probe as the sender.</summary>
    public void Send(IActorRef actor, object message)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Tell(message, TestActor);
    }

    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>Passes the message that was taken last on, with its sender.</summary>
    public void Forward(IActorRef actor) => Forward(actor, LastMessage);

    public void Forward(IActorRef actor, object message)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Tell(message, Sender);
    }

    void ICanTell.Tell(object message, IActorRef? sender) => TestActor.Tell(message, sender);

    void IInternalActorRef.SendSystemMessage(SystemMessage message) => Inner.SendSystemMessage(message);

    void IInternalActorRef.Stop() => Inner.Stop();

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => TestActor.Equals(other);

    public override bool Equals(object? obj) => TestActor.Equals(obj);

    public override int GetHashCode() => TestActor.GetHashCode();

    public override string ToString() => $"TestProbe({TestActor})";
}
