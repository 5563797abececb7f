namespace Akka.Actor;

internal sealed class LocalActorRef(ActorSystem system, ActorPath path) : InternalActorRef(system, path)
{
    public ActorCell Cell { get; internal set; } = null!;

    public override IInternalActorRef Parent => Cell.ParentRef;

    public override bool IsTerminated => Cell.IsClosed;

    public override void Tell(object message, IActorRef? sender) => Cell.Post(message, sender);

    public override void SendSystemMessage(SystemMessage message) => Cell.PostSystem(message);

    public override void Stop() => Cell.PostSystem(new Terminate());
}
