namespace Akka.Actor;

public class AkkaException : Exception
{
    public AkkaException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>The actor could not be created: its constructor or PreStart threw.</summary>
public class ActorInitializationException : AkkaException
{
    public ActorInitializationException(string message)
        : base(message)
    {
    }

    public ActorInitializationException(IActorRef actor, string message, Exception? cause = null)
        : base(message, cause)
    {
        Actor = actor;
    }

    public IActorRef Actor { get; } = null!;
}

public class PreRestartException(IActorRef actor, Exception restartException, Exception cause, object optionalMessage)
    : ActorInitializationException(actor, $"Exception in PreRestart of {actor} after {cause.Message}", restartException)
{
    public object OptionalMessage { get; } = optionalMessage;
}

public class PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
    : ActorInitializationException(actor, $"Exception post restart ({originalCause.GetType().Name})", cause)
{
    public Exception OriginalCause { get; } = originalCause;
}

public class ActorKilledException(string message) : AkkaException(message);

/// <summary>A watched actor died and its watcher had no handler for that.</summary>
public class DeathPactException(IActorRef deadActor) : AkkaException($"Monitored actor [{deadActor}] terminated")
{
    public IActorRef DeadActor { get; } = deadActor;
}

public class IllegalActorStateException(string message) : AkkaException(message);

public class InvalidActorNameException(string message) : AkkaException(message);

public class InvalidMessageException(string message) : AkkaException(message);

public class AskTimeoutException(string message) : AkkaException(message);
