namespace Akka.Actor;

/// <summary>Says whether it handled the message.</summary>
public delegate bool Receive(object message);

public delegate void UntypedReceive(object message);
