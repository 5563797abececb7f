using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BatchRunner.Running;

/// <summary>An actor system that lives inside a host, and dies with it.</summary>
internal static class ActorHost
{
    public static async Task<IHost> StartAsync(Action<AkkaConfigurationBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        builder.Services.AddAkka("batchrunner", akka =>
        {
            // What people should know is told by the actors themselves; a logger would write into the results.
            akka.ConfigureLoggers(loggers => loggers.ClearLoggers());
            configure(akka);
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>Signals are the commands' own business: the host must not stop under them.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
