using Akka.Actor;
using Akka.Hosting;
using BatchRunner.Engine;
using BatchRunner.Engine.Supervisor;
using Microsoft.Extensions.DependencyInjection;

namespace BatchRunner.Running;

/// <summary>Hands a batch to its supervisor and waits for the end.</summary>
internal static class EngineRun
{
    /// <summary>Runs the batch to its end, or to the end that a signal makes.</summary>
    /// <returns><see cref="BatchProtocol.BatchFinished"/> or <see cref="BatchProtocol.BatchFailed"/>.</returns>
    public static async Task<object> RunAsync(BatchJob job, InterruptSignals signals)
    {
        using var host = await ActorHost.StartAsync(akka => akka.WithBatchEngine(job));
        var batch = await host.Services.GetRequiredService<IRequiredActor<BatchEngine>>().GetAsync(CancellationToken.None);
        var ending = batch.Ask<object>(new BatchProtocol.RunBatch(), Timeout.InfiniteTimeSpan);
        object outcome;
        await using (signals.Token.Register(() => batch.Tell(new BatchProtocol.Interrupt(signals.ExitCode), ActorRefs.NoSender)))
        {
            outcome = await ending;
        }

        await host.StopAsync();
        return outcome;
    }
}
