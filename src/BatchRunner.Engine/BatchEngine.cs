using Akka.Actor;
using Akka.Hosting;
using BatchRunner.Engine.Supervisor;

namespace BatchRunner.Engine;

/// <summary>Key of the batch supervisor in the actor registry.</summary>
public sealed class BatchEngine
{
    private BatchEngine()
    {
    }
}

public static class BatchEngineHosting
{
    /// <summary>Puts a batch's supervisor, and with it the whole engine, under the key <see cref="BatchEngine"/>.</summary>
    public static AkkaConfigurationBuilder WithBatchEngine(this AkkaConfigurationBuilder builder, BatchJob job) =>
        builder.WithActors((system, registry) =>
            registry.Register<BatchEngine>(system.ActorOf(Props.Create(() => new BatchSupervisorActor(job)), "batch")));
}
