namespace Akka.Event;

public enum LogLevel
{
    DebugLevel,
    InfoLevel,
    WarningLevel,
    ErrorLevel,
}

/// <summary>What a logger wrote, as it is published on the event stream.</summary>
public abstract class LogEvent
{
    private protected LogEvent(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause!;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    public Exception Cause { get; }

    public string LogSource { get; }

    public Type LogClass { get; }

    public object Message { get; }

    public override string ToString() => $"[{GetType().Name}][{LogSource}] {Message}";
}

public sealed class Error(Exception? cause, string logSource, Type logClass, object message) : LogEvent(cause, logSource, logClass, message);

public sealed class Warning(Exception? cause, string logSource, Type logClass, object message) : LogEvent(cause, logSource, logClass, message);

public sealed class Info(Exception? cause, string logSource, Type logClass, object message) : LogEvent(cause, logSource, logClass, message);
