using Akka.Event;
using Microsoft.Extensions.Logging;
using HostLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Hosting;

/// <summary>Writes what actors log to the loggers of the host, under the actor's type as the category.</summary>
internal static class LoggerFactoryBridge
{
    public static void Write(this ILoggerFactory factory, LogEvent log) => factory
        .CreateLogger(log.LogClass.FullName ?? log.LogClass.Name)
        .Log(LevelOf(log), default, log, log.Cause, static (written, _) => $"[{written.LogSource}] {written.Message}");

    private static HostLevel LevelOf(LogEvent log) => log switch
    {
        Error => HostLevel.Error,
        Warning => HostLevel.Warning,
        Info => HostLevel.Information,
        _ => HostLevel.Debug,
    };
}
