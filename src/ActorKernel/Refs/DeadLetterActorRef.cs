using Akka.Event;

namespace Akka.Actor;

/// <summary>Where messages end whose receiver is gone: they are published, and the questions that nobody else could answer are answered.</summary>
internal sealed class DeadLetterActorRef(ActorSystem system, ActorPath path) : InternalActorRef(system, path)
{
    public override bool IsTerminated => true;

    public override void Tell(object message, IActorRef? sender) => Receive(message, sender, this);

    public override void SendSystemMessage(SystemMessage message) => Receive(message);

    internal void Receive(object message, IActorRef? sender, IActorRef recipient)
    {
        if (message is null)
        {
            throw new InvalidMessageException("Message is null");
        }

        switch (message)
        {
            case DeadLetter letter:
                Receive(letter.Message, letter.Sender, letter.Recipient);
                break;
            case Identify question:
                sender?.Tell(new ActorIdentity(question.MessageId, null), this);
                break;
            case IDeadLetterSuppression:
                System.EventStream.Publish(new SuppressedDeadLetter((IDeadLetterSuppression)message, sender ?? this, recipient));
                break;
            default:
                System.EventStream.Publish(new DeadLetter(message, sender ?? this, recipient));
                break;
        }
    }

    /// <summary>A watch of the dead is answered at once; every other instruction to them has no effect.</summary>
    internal static void Receive(SystemMessage message)
    {
        if (message is Watch watch && !watch.Watchee.Equals(watch.Watcher))
        {
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, false));
        }
    }
}
