using Akka.Event;

namespace Akka.Actor;

public abstract partial class ActorBase
{
    private IActorRef? _clearedSelf;

    protected ActorBase()
    {
        if (ActorCell.Current is not { } cell)
        {
            throw new ActorInitializationException("Do not create actors using 'new', always create them using an ActorContext/System");
        }

        if (this is IWithTimers timed)
        {
            timed.Timers = new TimerScheduler(cell);
        }
    }

    protected IActorRef Self => _clearedSelf ?? Context.Self;

    protected IActorRef Sender => Context.Sender;

    protected static IActorContext Context => Cell;

    internal static ActorCell Cell => ActorCell.Current ?? throw new NotSupportedException(
        "There is no active ActorContext, this is most likely due to use of async operations from within this actor.");

    /// <summary>The first behaviour: says whether it handled the message.</summary>
    protected abstract bool Receive(object message);

    /// <summary>Unless overridden, an unhandled <see cref="Terminated"/> throws and anything else is published as <see cref="UnhandledMessage"/>.</summary>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
        {
            throw new DeathPactException(terminated.ActorRef);
        }

        Context.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    protected void UnbecomeStacked() => Cell.UnbecomeStacked();

    protected void SetReceiveTimeout(TimeSpan? timeout) => Context.SetReceiveTimeout(timeout);

    internal void AroundReceive(Func<object, bool>? behaviour, object message)
    {
        if (message is TimerMessage tick)
        {
            if (this is not IWithTimers { Timers: TimerScheduler timers } || timers.Unwrap(tick) is not { } unwrapped)
            {
                return;
            }

            message = unwrapped;
            if (message is IAutoReceivedMessage)
            {
                Cell.AutoReceive(message);
                return;
            }

            // A stash takes the current message, which must be what the actor sees.
            Cell.CurrentMessage = message;
        }

        if (!(behaviour is null ? Receive(message) : behaviour(message)))
        {
            Unhandled(message);
        }
    }

    internal virtual void Incarnate(ActorCell cell)
    {
        if (this is IActorStash stashing)
        {
            stashing.Stash = new StashOf(cell);
        }
    }

    internal void ReturnStash() => (this as IActorStash)?.Stash?.UnstashAll();

    internal void Clear(IActorRef self) => _clearedSelf = self;
}
