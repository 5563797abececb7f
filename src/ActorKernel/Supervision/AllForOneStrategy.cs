namespace Akka.Actor;

/// <summary>Decides about all children when one fails.</summary>
public class AllForOneStrategy : SupervisorStrategy
{
    /// <inheritdoc cref="OneForOneStrategy(int?, TimeSpan?, Func{Exception, Directive})"/>
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : base(maxNrOfRetries, withinTimeRange, localOnlyDecider, loggingEnabled: true)
    {
    }

    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(null, null, localOnlyDecider)
    {
    }

    private protected override void ProcessFailure(
        ActorCell parent, bool restart, ChildRestartStats failed, Exception cause, IReadOnlyCollection<ChildRestartStats> children)
    {
        if (!restart || !children.All(MayRestart))
        {
            foreach (var child in children)
            {
                parent.Stop(child.Child);
            }

            return;
        }

        foreach (var child in children)
        {
            if (child != failed)
            {
                // Only what is suspended can be restarted; the failed one has done that itself.
                child.Ref.SendSystemMessage(new Suspend());
            }

            child.Ref.SendSystemMessage(new Recreate(cause));
        }
    }
}
