namespace Akka.Actor;

public abstract partial class ActorBase
{
    private SupervisorStrategy? _strategy;

    internal SupervisorStrategy Strategy => _strategy ??= Cell.Props.SupervisorStrategy ?? SupervisorStrategy();

    protected virtual void PreStart()
    {
    }

    /// <summary>Called when the actor has stopped and its children are gone. Nothing disposes an actor: clean up here.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>Called on the failed instance before a new one is made. Unless overridden, stops all children and calls <see cref="PostStop"/>.</summary>
    /// <param name="reason">Why the actor is restarted.</param>
    /// <param name="message">The message that failed, or null if another actor did.</param>
    protected virtual void PreRestart(Exception reason, object message)
    {
        foreach (var child in Context.GetChildren())
        {
            Context.Unwatch(child);
            Context.Stop(child);
        }

        PostStop();
    }

    /// <summary>Called on the new instance. Unless overridden, calls <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>What happens to a child of this actor that fails. Asked once for each incarnation.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;

    internal void AroundPreStart() => PreStart();

    internal void AroundPreRestart(Exception cause, object message)
    {
        (this as IWithTimers)?.Timers?.CancelAll();
        PreRestart(cause, message);
    }

    internal void AroundPostRestart(Exception cause) => PostRestart(cause);

    internal void AroundPostStop()
    {
        (this as IWithTimers)?.Timers?.CancelAll();
        PostStop();
    }
}
