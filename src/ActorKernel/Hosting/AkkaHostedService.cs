using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Akka.Hosting;

internal sealed class AkkaHostedService(AkkaConfigurationBuilder configuration, IServiceProvider services) : IHostedService
{
    private ActorSystem? _system;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var system = _system = services.GetRequiredService<ActorSystem>();
        await configuration.StartAsync(system).ConfigureAwait(false);
        if (services.GetService<IHostApplicationLifetime>() is { } lifetime)
        {
            // A system that ends by itself takes its program with it.
            system.RegisterOnTermination(lifetime.StopApplication);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        _system is null ? Task.CompletedTask : CoordinatedShutdown.Get(_system).Run(CoordinatedShutdown.ClrExitReason.Instance);
}
