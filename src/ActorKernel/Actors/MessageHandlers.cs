namespace Akka.Actor;

/// <summary>The handlers of one behaviour, tried in the order of their registration.</summary>
internal sealed class MessageHandlers
{
    private MessageHandler? _first;
    private MessageHandler? _last;

    public void Add<T>(Action<T> handler, Predicate<T>? shouldHandle) => Add(new TypedHandler<T>(handler, shouldHandle));

    public void Add<T>(Func<T, bool> handler) => Add(new DecidingHandler<T>(handler));

    public bool Handle(object message)
    {
        for (var handler = _first; handler is not null; handler = handler.Next)
        {
            if (handler.TryHandle(message))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(MessageHandler handler)
    {
        if (_last is TypedHandler<object> { CatchesAll: true })
        {
            throw new InvalidOperationException("A handler that catches all messages has been added. No handler can be added after that.");
        }

        if (_last is null)
        {
            _first = handler;
        }
        else
        {
            _last.Next = handler;
        }

        _last = handler;
    }
}

internal abstract class MessageHandler
{
    public MessageHandler? Next { get; set; }

    public abstract bool TryHandle(object message);
}

internal sealed class TypedHandler<T>(Action<T> handler, Predicate<T>? shouldHandle) : MessageHandler
{
    public bool CatchesAll => shouldHandle is null;

    public override bool TryHandle(object message)
    {
        if (message is not T typed || shouldHandle?.Invoke(typed) == false)
        {
            return false;
        }

        handler(typed);
        return true;
    }
}

internal sealed class DecidingHandler<T>(Func<T, bool> handler) : MessageHandler
{
    public override bool TryHandle(object message) => message is T typed && handler(typed);
}
