using Akka.Actor;
using Akka.Hosting;
using BatchRunner.Engine;
using BatchRunner.Engine.Supervisor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BatchRunner.Running;

/// <summary>The actor system around one batch.</summary>
internal static class EngineHost
{
    /// <summary>Runs the batch to its end, or to the end that a signal makes.</summary>
    /// <returns><see cref="BatchProtocol.BatchFinished"/> or <see cref="BatchProtocol.BatchFailed"/>.</returns>
    public static async Task<object> RunAsync(BatchJob job, InterruptSignals signals)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        builder.Services.AddAkka("batchrunner", akka => akka.WithBatchEngine(job));
        using var host = builder.Build();
        await host.StartAsync();
        var batch = await host.Services.GetRequiredService<IRequiredActor<BatchEngine>>().GetAsync(CancellationToken.None);
        var outcome = batch.Ask<object>(new BatchProtocol.RunBatch(), Timeout.InfiniteTimeSpan);
        await using (signals.Token.Register(() => batch.Tell(new BatchProtocol.Interrupt(signals.ExitCode), ActorRefs.NoSender)))
        {
            await outcome;
        }

        await host.StopAsync();
        return await outcome;
    }

    /// <summary>Signals are the batch's own business: the host must not stop under it.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
