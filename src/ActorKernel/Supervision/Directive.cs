namespace Akka.Actor;

/// <summary>What becomes of a child that failed.</summary>
public enum Directive
{
    /// <summary>The child goes on with its state; the message that failed is gone.</summary>
    Resume,

    /// <summary>A new instance takes the place of the failed one, with the same mailbox and path.</summary>
    Restart,

    /// <summary>The failure becomes one of the supervisor itself.</summary>
    Escalate,

    Stop,
}
