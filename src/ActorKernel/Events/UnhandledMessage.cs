using Akka.Actor;

namespace Akka.Event;

/// <summary>A message for which an actor had no handler.</summary>
public sealed class UnhandledMessage(object message, IActorRef sender, IActorRef recipient)
{
    public object Message { get; } = message;

    public IActorRef Sender { get; } = sender;

    public IActorRef Recipient { get; } = recipient;

    public override string ToString() => $"Unhandled message from {Sender} : {Message}";
}
