using Akka.Event;

namespace Akka.Hosting;

/// <summary>Where the log of the actors goes. Without any word here it goes to the logger factory of the host.</summary>
public sealed class LoggerConfigBuilder
{
    internal LoggerConfigBuilder()
    {
    }

    /// <summary>Nothing below this level is published.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.InfoLevel;

    internal bool UsesLoggerFactory { get; set; } = true;

    public LoggerConfigBuilder ClearLoggers()
    {
        UsesLoggerFactory = false;
        return this;
    }

    public LoggerConfigBuilder AddLoggerFactory()
    {
        UsesLoggerFactory = true;
        return this;
    }
}
