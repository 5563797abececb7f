namespace Akka.Actor;

/// <summary>The handlers of one behaviour, tried in the order of their registration.</summary>
internal sealed class MessageHandlers
{
    private Func<object, bool>[] _handlers = [];
    private bool _catchesAll;

    public void Add<T>(Func<T, bool> handler) => Add(message => message is T typed && handler(typed), catchesAll: false);

    public void Add<T>(Action<T> handler, Predicate<T>? shouldHandle) => Add(
        shouldHandle is null
            ? message =>
            {
                if (message is not T typed)
                {
                    return false;
                }

                handler(typed);
                return true;
            }
            : message =>
            {
                if (message is not T typed || !shouldHandle(typed))
                {
                    return false;
                }

                handler(typed);
                return true;
            },
        catchesAll: shouldHandle is null && typeof(T) == typeof(object));

    public bool Handle(object message)
    {
        foreach (var handler in _handlers)
        {
            if (handler(message))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Func<object, bool> handler, bool catchesAll)
    {
        if (_catchesAll)
        {
            throw new InvalidOperationException("A handler that catches all messages has been added. No handler can be added after that.");
        }

        _catchesAll = catchesAll;
        _handlers = [.. _handlers, handler];
    }
}
