using Akka.Event;

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

public abstract class SupervisorStrategy
{
    private readonly Func<Exception, Directive> _decider;
    private readonly int _maxRetries;
    private readonly TimeSpan _window;

    private protected SupervisorStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> decider)
    {
        _maxRetries = maxNrOfRetries ?? -1;
        _window = withinTimeRange ?? TimeSpan.Zero;
        _decider = decider;
    }

    /// <summary>Restarts, except that an actor stops that could not be created, was killed or broke a death pact.</summary>
    public static SupervisorStrategy DefaultStrategy { get; } = new OneForOneStrategy(cause =>
        cause is ActorInitializationException or ActorKilledException or DeathPactException ? Directive.Stop : Directive.Restart);

    /// <summary>False when the failure is to be escalated.</summary>
    internal bool HandleFailure(ActorCell parent, ChildRestartStats child, Exception cause, IReadOnlyCollection<ChildRestartStats> children)
    {
        var directive = _decider(cause);
        if (directive == Directive.Escalate)
        {
            return false;
        }

        var source = child.Ref.Path.ToString();
        var message = cause is ActorInitializationException { InnerException: { } inner } ? inner.GetBaseException().Message : cause.Message;
        if (directive == Directive.Resume)
        {
            parent.System.EventStream.Publish(new Warning(null, source, GetType(), message));
            child.Ref.SendSystemMessage(new Resume(cause));
            return true;
        }

        parent.System.EventStream.Publish(new Error(cause, source, GetType(), message));
        ProcessFailure(parent, directive == Directive.Restart, child, cause, children);
        return true;
    }

    private protected abstract void ProcessFailure(
        ActorCell parent, bool restart, ChildRestartStats failed, Exception cause, IReadOnlyCollection<ChildRestartStats> children);

    private protected bool MayRestart(ChildRestartStats child) => child.RequestRestart(_maxRetries, _window, TimeProvider.System);
}

/// <summary>Decides about the child that failed and leaves the others alone.</summary>
public class OneForOneStrategy : SupervisorStrategy
{
    /// <param name="maxNrOfRetries">Restarts within the time range before the child is stopped; null or -1 is no limit.</param>
    /// <param name="withinTimeRange">Null is for ever.</param>
    /// <param name="localOnlyDecider">Maps the failure to a directive.</param>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : base(maxNrOfRetries, withinTimeRange, localOnlyDecider)
    {
    }

    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(null, null, localOnlyDecider)
    {
    }

    private protected override void ProcessFailure(
        ActorCell parent, bool restart, ChildRestartStats failed, Exception cause, IReadOnlyCollection<ChildRestartStats> children)
    {
        if (restart && MayRestart(failed))
        {
            failed.Ref.SendSystemMessage(new Recreate(cause));
        }
        else
        {
            parent.Stop(failed.Child);
        }
    }
}

/// <summary>Decides about all children when one fails.</summary>
public class AllForOneStrategy : SupervisorStrategy
{
    /// <inheritdoc cref="OneForOneStrategy(int?, TimeSpan?, Func{Exception, Directive})"/>
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : base(maxNrOfRetries, withinTimeRange, localOnlyDecider)
    {
    }

    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(null, null, localOnlyDecider)
    {
    }

    private protected override void ProcessFailure(
        ActorCell parent, bool restart, ChildRestartStats failed, Exception cause, IReadOnlyCollection<ChildRestartStats> children)
    {
        var restarts = restart && children.All(MayRestart);
        foreach (var child in children)
        {
            if (!restarts)
            {
                parent.Stop(child.Child);
                continue;
            }

            if (child != failed)
            {
                // Only what is suspended can be restarted; the failed one has done that itself.
                child.Ref.SendSystemMessage(new Suspend());
            }

            child.Ref.SendSystemMessage(new Recreate(cause));
        }
    }
}
