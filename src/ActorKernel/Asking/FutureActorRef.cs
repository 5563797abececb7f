namespace Akka.Actor;

/// <summary>Takes one answer; whatever comes later has no effect.</summary>
internal sealed class FutureActorRef<T>(ActorSystem system, ActorPath path) : InternalActorRef(system, path)
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Result => _result.Task;

    public override bool IsTerminated => _result.Task.IsCompleted;

    public void Fail(Exception cause) => _result.TrySetException(cause);

    public void Cancel(CancellationToken token) => _result.TrySetCanceled(token);

    public override void Tell(object message, IActorRef? sender)
    {
        switch (message)
        {
            case T answer:
                _result.TrySetResult(answer);
                break;
            case Status.Failure failure:
                _result.TrySetException(failure.Cause ?? new TaskCanceledException("Status.Failure without a cause"));
                break;
            default:
                _result.TrySetException(
                    new ArgumentException($"Received message of type [{message?.GetType()}] - Ask expected message of type [{typeof(T)}]"));
                break;
        }
    }

    /// <summary>A reference can watch: the end of the watched actor is its answer.</summary>
    public override void SendSystemMessage(SystemMessage message)
    {
        if (message is DeathWatchNotification end)
        {
            Tell(new Terminated(end.Actor, end.ExistenceConfirmed, addressTerminated: false), end.Actor);
        }
        else if (message is Watch watch)
        {
            DeadLetterActorRef.Receive(watch);
        }
    }
}
