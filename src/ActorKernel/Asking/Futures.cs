namespace Akka.Actor;

/// <summary>Asking from outside of actors. The answer goes to a temporary reference under /temp. Without a timeout it waits for ever.</summary>
public static class Futures
{
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) => self.Ask<object>(message, timeout);

    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(_ => message, timeout, CancellationToken.None);

    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(_ => message, null, cancellationToken);

    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<T>(_ => message, timeout, cancellationToken);

    /// <param name="self">Who is asked.</param>
    /// <param name="messageFactory">Makes the message from the reference that the answer is to go to.</param>
    /// <param name="timeout">After that long the task fails with an <see cref="AskTimeoutException"/>.</param>
    /// <param name="cancellationToken">Cancels the waiting, not the work of who was asked.</param>
    public static async Task<T> Ask<T>(
        this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var system = (self as IInternalActorRef)?.System ?? ActorCell.Current?.System
            ?? throw new ArgumentException("Unable to resolve the target Provider", nameof(self));
        var answer = new FutureActorRef<T>(system, system.TempPath());
        using var timer = timeout > TimeSpan.Zero ? new CancellationTokenSource(timeout.Value) : null;
        await using var expiry = timer?.Token.Register(() => answer.Fail(new AskTimeoutException($"Timeout after {timeout} seconds"))) ?? default;
        await using var cancel = cancellationToken.Register(() => answer.Cancel(cancellationToken));
        self.Tell(messageFactory(answer), answer);
        return await answer.Result.ConfigureAwait(false);
    }
}
