namespace Akka.Actor;

/// <summary>Decides about the child that failed and leaves the others alone.</summary>
public class OneForOneStrategy : SupervisorStrategy
{
    /// <param name="maxNrOfRetries">Restarts within the time range before the child is stopped; null or -1 is no limit.</param>
    /// <param name="withinTimeRange">Null is for ever.</param>
    /// <param name="localOnlyDecider">Maps the failure to a directive.</param>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : base(maxNrOfRetries, withinTimeRange, localOnlyDecider, loggingEnabled: true)
    {
    }

    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(null, null, localOnlyDecider)
    {
    }

    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider, bool loggingEnabled)
        : base(null, null, localOnlyDecider, loggingEnabled)
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
