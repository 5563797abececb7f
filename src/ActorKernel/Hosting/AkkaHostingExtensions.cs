using Akka.Actor;
using Akka.DependencyInjection;
using Akka.Event;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using HostLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Hosting;

public static class AkkaHostingExtensions
{
    /// <summary>The actor system starts with the host, and a stop of the host runs its coordinated shutdown.</summary>
    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder> builder) =>
        services.AddAkka(actorSystemName, (configuration, _) => builder(configuration));

    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder, IServiceProvider> builder)
    {
        services.AddSingleton(provider =>
        {
            var configuration = new AkkaConfigurationBuilder(actorSystemName, provider);
            builder(configuration, provider);
            return configuration;
        });
        services.AddSingleton(provider => Create(provider.GetRequiredService<AkkaConfigurationBuilder>(), provider));
        services.AddSingleton(provider => ActorRegistry.For(provider.GetRequiredService<ActorSystem>()));
        services.AddSingleton<IActorRegistry>(provider => provider.GetRequiredService<ActorRegistry>());
        services.AddSingleton<IReadOnlyActorRegistry>(provider => provider.GetRequiredService<ActorRegistry>());
        services.AddSingleton(typeof(IRequiredActor<>), typeof(RequiredActor<>));
        return services.AddHostedService<AkkaHostedService>();
    }

    public static AkkaConfigurationBuilder WithActors(
        this AkkaConfigurationBuilder builder, Action<ActorSystem, IActorRegistry> actorStarter) =>
        builder.Add(builder.Starters, system => actorStarter(system, ActorRegistry.For(system)));

    public static AkkaConfigurationBuilder WithActors(
        this AkkaConfigurationBuilder builder, Action<ActorSystem, IActorRegistry, IDependencyResolver> actorStarter) =>
        builder.Add(builder.Starters, system => actorStarter(system, ActorRegistry.For(system), new ServiceProviderResolver(builder.Services)));

    public static AkkaConfigurationBuilder AddStartup(this AkkaConfigurationBuilder builder, Action<ActorSystem, IActorRegistry> startupTask) =>
        builder.Add(builder.Startups, system => startupTask(system, ActorRegistry.For(system)));

    public static AkkaConfigurationBuilder ConfigureLoggers(this AkkaConfigurationBuilder builder, Action<LoggerConfigBuilder> configurator)
    {
        configurator(builder.Loggers);
        return builder;
    }

    private static AkkaConfigurationBuilder Add(
        this AkkaConfigurationBuilder builder, List<Action<ActorSystem>> starters, Action<ActorSystem> starter)
    {
        starters.Add(starter);
        return builder;
    }

    private static ActorSystem Create(AkkaConfigurationBuilder configuration, IServiceProvider services)
    {
        var system = ActorSystem.Create(configuration.ActorSystemName);
        if (configuration.Loggers.UsesLoggerFactory && services.GetService<ILoggerFactory>() is { } factory)
        {
            system.EventStream.Listen<LogEvent>(log => Write(factory.CreateLogger(log.LogClass), log));
        }

        return system;
    }

    private static void Write(ILogger logger, LogEvent log) =>
        logger.Log(LevelOf(log), default, log, log.Cause, static (written, _) => $"[{written.LogSource}] {written.Message}");

    private static HostLevel LevelOf(LogEvent log) => log switch
    {
        Error => HostLevel.Error,
        Warning => HostLevel.Warning,
        _ => HostLevel.Information,
    };

    private sealed class AkkaHostedService(
        AkkaConfigurationBuilder configuration, ActorSystem system, IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            foreach (var start in configuration.Starters.Concat(configuration.Startups))
            {
                start(system);
            }

            // A system that ends by itself takes its program with it.
            system.RegisterOnTermination(lifetime.StopApplication);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) =>
            CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClrExitReason.Instance);
    }
}
