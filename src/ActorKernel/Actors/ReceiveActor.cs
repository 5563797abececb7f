namespace Akka.Actor;

/// <summary>An actor whose handlers are registered by type, in the constructor and inside of <c>Become</c>.</summary>
public abstract class ReceiveActor : UntypedActor
{
    private readonly MessageHandlers _first = new();
    private MessageHandlers? _configuring;

    protected ReceiveActor()
    {
        _configuring = _first;
    }

    private MessageHandlers Configuring => _configuring ?? throw new InvalidOperationException(
        "You may only call Receive-methods when constructing the actor and inside Become().");

    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) => Configuring.Add(handler, shouldHandle);

    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Configuring.Add(handler, shouldHandle);

    /// <summary>A handler that says whether it handled the message; if not, the next one is tried.</summary>
    protected void Receive<T>(Func<T, bool> handler) => Configuring.Add(handler);

    protected void ReceiveAny(Action<object> handler) => Configuring.Add(handler, null);

    /// <summary>The actor takes no other message until the task of the handler is done; every step of it runs in the actor.</summary>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Configuring.Add(message => Cell.RunTask(() => handler(message)), shouldHandle);

    protected void Become(Action configure) => Cell.Become(Configure(configure));

    protected void BecomeStacked(Action configure) => Cell.BecomeStacked(Configure(configure));

    protected sealed override void OnReceive(object message) => HandleBy(_first, message);

    internal override void Incarnate(ActorCell cell)
    {
        _configuring = null;
        base.Incarnate(cell);
    }

    private Func<object, bool> Configure(Action configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var outer = _configuring;
        var handlers = new MessageHandlers();
        _configuring = handlers;
        try
        {
            configure();
        }
        finally
        {
            _configuring = outer;
        }

        return message => HandleBy(handlers, message);
    }

    private bool HandleBy(MessageHandlers handlers, object message)
    {
        if (!handlers.Handle(message))
        {
            Unhandled(message);
        }

        return true;
    }
}
