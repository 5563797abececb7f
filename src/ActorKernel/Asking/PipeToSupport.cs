namespace Akka.Actor;

/// <summary>Sends the end of a task, whichever it is, as one message.</summary>
public static class PipeToSupport
{
    /// <param name="taskToPipe">The task whose end becomes a message.</param>
    /// <param name="recipient">Who receives it.</param>
    /// <param name="sender">Whom the recipient sees as the sender.</param>
    /// <param name="success">Makes the message from the result; without it the result itself is sent.</param>
    /// <param name="failure">Makes the message from the exception; without it a <see cref="Status.Failure"/> is sent.</param>
    public static async Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null)
    {
        ArgumentNullException.ThrowIfNull(taskToPipe);
        ArgumentNullException.ThrowIfNull(recipient);
        try
        {
            var result = await taskToPipe.ConfigureAwait(false);
            recipient.Tell(success is null ? result! : success(result), sender);
        }
        catch (Exception e)
        {
            recipient.Tell(failure is null ? new Status.Failure(e) : failure(e), sender);
        }
    }

    /// <summary>As there is no result, only a failure is sent unless <paramref name="success"/> makes a message.</summary>
    public static async Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null)
    {
        ArgumentNullException.ThrowIfNull(taskToPipe);
        ArgumentNullException.ThrowIfNull(recipient);
        try
        {
            await taskToPipe.ConfigureAwait(false);
            if (success is not null)
            {
                recipient.Tell(success(), sender);
            }
        }
        catch (Exception e)
        {
            recipient.Tell(failure is null ? new Status.Failure(e) : failure(e), sender);
        }
    }
}
