using Akka.Actor;
using Akka.DependencyInjection;

namespace Akka.Hosting;

public delegate Task ActorStarter(ActorSystem system, IActorRegistry registry);

public delegate Task ActorStarterWithResolver(ActorSystem system, IActorRegistry registry, IDependencyResolver resolver);

public delegate Task StartupTask(ActorSystem system, IActorRegistry registry);

/// <summary>What is to happen when the actor system starts: first the actors, then the startup tasks, each in the order given here.</summary>
public sealed class AkkaConfigurationBuilder
{
    private readonly List<Func<ActorSystem, Task>> _starters = [];
    private readonly List<StartupTask> _startups = [];

    internal AkkaConfigurationBuilder(string systemName)
    {
        ActorSystemName = systemName;
    }

    internal string ActorSystemName { get; }

    internal LoggerConfigBuilder Loggers { get; } = new();

    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry> starter) => Add(system =>
    {
        starter(system, ActorRegistry.For(system));
        return Task.CompletedTask;
    });

    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry, IDependencyResolver> starter) => Add(system =>
    {
        starter(system, ActorRegistry.For(system), DependencyResolver.For(system).Resolver);
        return Task.CompletedTask;
    });

    public AkkaConfigurationBuilder StartActors(ActorStarter starter) => Add(system => starter(system, ActorRegistry.For(system)));

    public AkkaConfigurationBuilder StartActors(ActorStarterWithResolver starter) =>
        Add(system => starter(system, ActorRegistry.For(system), DependencyResolver.For(system).Resolver));

    public AkkaConfigurationBuilder AddStartup(Action<ActorSystem, IActorRegistry> startupTask) => AddStartup((system, registry) =>
    {
        startupTask(system, registry);
        return Task.CompletedTask;
    });

    public AkkaConfigurationBuilder AddStartup(StartupTask startupTask)
    {
        _startups.Add(startupTask);
        return this;
    }

    internal async Task StartAsync(ActorSystem system)
    {
        foreach (var starter in _starters)
        {
            await starter(system).ConfigureAwait(false);
        }

        foreach (var startup in _startups)
        {
            await startup(system, ActorRegistry.For(system)).ConfigureAwait(false);
        }
    }

    private AkkaConfigurationBuilder Add(Func<ActorSystem, Task> starter)
    {
        _starters.Add(starter);
        return this;
    }
}
