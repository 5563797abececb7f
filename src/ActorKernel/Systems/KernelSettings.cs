using Akka.Event;

namespace Akka.Actor;

/// <summary>What differs between production and tests.</summary>
internal sealed record KernelSettings
{
    public Func<ActorSystem, IScheduler>? Scheduler { get; init; }

    public LogLevel LogLevel { get; init; } = LogLevel.InfoLevel;

    public IServiceProvider? Services { get; init; }
}
