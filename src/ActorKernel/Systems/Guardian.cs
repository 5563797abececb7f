using Akka.Event;

namespace Akka.Actor;

/// <summary>The parent of all actors of the user, or of all actors of the system.</summary>
internal sealed class Guardian : UntypedActor
{
    protected override void OnReceive(object message) =>
        Context.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
}

/// <summary>Above the guardians is no actor: one that fails ends the system.</summary>
internal sealed class RootGuardian(ActorSystem system, ActorPath path) : InternalActorRef(system, path)
{
    public override IInternalActorRef Parent => this;

    public override void Tell(object message, IActorRef? sender) => System.DeadLetterRef.Receive(message, sender, this);

    public override void SendSystemMessage(SystemMessage message)
    {
        switch (message)
        {
            case Failed failed:
                System.EventStream.Publish(
                    new Error(failed.Cause, failed.Child.Path.ToString(), typeof(Guardian), "A guardian failed: shutting down the actor system"));
                failed.Child.Stop();
                break;
            case DeathWatchNotification end:
                System.GuardianStopped(end.Actor);
                break;
        }
    }
}
