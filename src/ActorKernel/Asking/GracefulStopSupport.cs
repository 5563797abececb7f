namespace Akka.Actor;

public static class GracefulStopSupport
{
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) => target.GracefulStop(timeout, PoisonPill.Instance);

    /// <summary>Done when the actor has terminated; cancelled if it has not within the timeout. Its name may be taken for a moment longer.</summary>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var actor = (IInternalActorRef)target;
        var promise = new FutureActorRef<Terminated>(actor.System, actor.System.TempPath());
        using var timer = new CancellationTokenSource(timeout);
        await using var expiry = timer.Token.Register(() => promise.Cancel(CancellationToken.None));
        actor.SendSystemMessage(new Watch(actor, promise));
        target.Tell(stopMessage, ActorRefs.NoSender);
        try
        {
            return (await promise.Result.ConfigureAwait(false)).ActorRef.Path.Equals(target.Path);
        }
        catch
        {
            actor.SendSystemMessage(new Unwatch(promise));
            throw;
        }
    }
}
