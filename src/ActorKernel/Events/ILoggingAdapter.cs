using System.Globalization;
using Akka.Actor;

namespace Akka.Event;

public interface ILoggingAdapter
{
    void Log(LogLevel logLevel, Exception cause, string format);
}

/// <summary>Publishes on the event stream, from where a host or a test picks up.</summary>
internal sealed class EventStreamLogging(ActorSystem system, string source, Type type) : ILoggingAdapter
{
    public void Log(LogLevel logLevel, Exception cause, string format) => system.EventStream.Publish(logLevel switch
    {
        LogLevel.InfoLevel => new Info(cause, source, type, format),
        LogLevel.WarningLevel => new Warning(cause, source, type, format),
        _ => new Error(cause, source, type, format),
    });
}

/// <summary>As the level is Info, what is written below it goes nowhere.</summary>
public static class LoggingExtensions
{
    /// <summary>The logger of this actor.</summary>
    public static ILoggingAdapter GetLogger(this IActorContext context) =>
        new EventStreamLogging(context.System, context.Self.Path.ToString(), context.Props.Type);

    public static void Debug(this ILoggingAdapter log, string format, params object?[] args)
    {
    }

    public static void Info(this ILoggingAdapter log, string format, params object?[] args) => log.Write(LogLevel.InfoLevel, null, format, args);

    public static void Warning(this ILoggingAdapter log, string format, params object?[] args) =>
        log.Write(LogLevel.WarningLevel, null, format, args);

    public static void Warning(this ILoggingAdapter log, Exception cause, string format, params object?[] args) =>
        log.Write(LogLevel.WarningLevel, cause, format, args);

    public static void Error(this ILoggingAdapter log, string format, params object?[] args) => log.Write(LogLevel.ErrorLevel, null, format, args);

    public static void Error(this ILoggingAdapter log, Exception cause, string format, params object?[] args) =>
        log.Write(LogLevel.ErrorLevel, cause, format, args);

    private static void Write(this ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] args) =>
        log.Log(level, cause!, args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args));
}
