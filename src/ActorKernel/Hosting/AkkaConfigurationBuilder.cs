using Akka.Actor;

namespace Akka.Hosting;

/// <summary>What is to happen when the actor system starts: first the actors, then the startup tasks, each in the order given here.</summary>
public sealed class AkkaConfigurationBuilder
{
    internal AkkaConfigurationBuilder(string systemName, IServiceProvider services)
    {
        ActorSystemName = systemName;
        Services = services;
    }

    internal string ActorSystemName { get; }

    internal IServiceProvider Services { get; }

    internal List<Action<ActorSystem>> Starters { get; } = [];

    internal List<Action<ActorSystem>> Startups { get; } = [];

    internal LoggerConfigBuilder Loggers { get; } = new();
}

/// <summary>Where the log of the actors goes. Without any word here it goes to the logger factory of the host.</summary>
public sealed class LoggerConfigBuilder
{
    internal LoggerConfigBuilder()
    {
    }

    internal bool UsesLoggerFactory { get; private set; } = true;

    public LoggerConfigBuilder ClearLoggers()
    {
        UsesLoggerFactory = false;
        return this;
    }
}
