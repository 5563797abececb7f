using Akka.Event;

namespace Akka.Actor;

/// <summary>What differs between production and tests.</summary>
internal sealed record KernelSettings
{
    public Func<ActorSystem, IScheduler>? Scheduler { get; init; }

    public IReadOnlyDictionary<string, MessageDispatcher> Dispatchers { get; init; } = new Dictionary<string, MessageDispatcher>(StringComparer.Ordinal);

    public LogLevel LogLevel { get; init; } = LogLevel.InfoLevel;

    public IServiceProvider? Services { get; init; }
}
