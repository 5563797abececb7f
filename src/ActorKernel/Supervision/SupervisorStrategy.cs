using Akka.Event;

namespace Akka.Actor;

public abstract class SupervisorStrategy
{
    private readonly Func<Exception, Directive> _decider;

    private protected SupervisorStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> decider, bool loggingEnabled)
    {
        MaxRetries = maxNrOfRetries ?? -1;
        Window = withinTimeRange ?? TimeSpan.Zero;
        _decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    /// <summary>Restarts, except that an actor stops that could not be created, was killed or broke a death pact.</summary>
    public static SupervisorStrategy DefaultStrategy { get; } = new OneForOneStrategy(Decide);

    public static OneForOneStrategy StoppingStrategy { get; } = new(_ => Directive.Stop);

    internal bool LoggingEnabled { get; }

    private protected int MaxRetries { get; }

    private protected TimeSpan Window { get; }

    /// <summary>False when the failure is to be escalated.</summary>
    internal bool HandleFailure(
        ActorCell parent, IActorRef child, Exception cause, ChildRestartStats stats, IReadOnlyCollection<ChildRestartStats> children)
    {
        var directive = _decider(cause);
        Log(parent, child, cause, directive);
        switch (directive)
        {
            case Directive.Escalate:
                return false;
            case Directive.Resume:
                stats.Ref.SendSystemMessage(new Resume(cause));
                return true;
            default:
                ProcessFailure(parent, directive == Directive.Restart, stats, cause, children);
                return true;
        }
    }

    private protected abstract void ProcessFailure(
        ActorCell parent, bool restart, ChildRestartStats failed, Exception cause, IReadOnlyCollection<ChildRestartStats> children);

    private protected bool MayRestart(ChildRestartStats child) => child.RequestRestart(MaxRetries, Window, TimeProvider.System);

    private static Directive Decide(Exception cause) =>
        cause is ActorInitializationException or ActorKilledException or DeathPactException ? Directive.Stop : Directive.Restart;

    private void Log(ActorCell parent, IActorRef child, Exception cause, Directive directive)
    {
        if (!LoggingEnabled || directive == Directive.Escalate)
        {
            return;
        }

        var source = child.Path.ToString();
        var message = cause is ActorInitializationException { InnerException: { } inner } ? inner.GetBaseException().Message : cause.Message;
        parent.System.EventStream.Publish(directive == Directive.Resume
            ? new Warning(source, GetType(), message)
            : new Error(cause, source, GetType(), message));
    }
}
