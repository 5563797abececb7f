using Akka.Actor;

namespace ActorKernel.Tests.Actors;

/// <summary>Tells a probe about its life, fails on demand, and has a state that a restart loses.</summary>
internal sealed class Worker : ReceiveActor
{
    private readonly IActorRef _probe;
    private int _count;

    public Worker(IActorRef probe)
    {
        _probe = probe;
        _probe.Tell("created");
        Receive<Exception>(failure => throw failure);
        Receive<Increment>(_ => Sender.Tell(++_count));
        Receive<string>(text => Sender.Tell(text));
    }

    public static Props Props(IActorRef probe) => Akka.Actor.Props.Create(() => new Worker(probe));

    protected override void PreStart() => _probe.Tell("PreStart");

    protected override void PostStop() => _probe.Tell("PostStop");

    protected override void PreRestart(Exception reason, object message)
    {
        _probe.Tell($"PreRestart {reason.Message} {message is Exception}");
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        _probe.Tell($"PostRestart {reason.Message}");
        base.PostRestart(reason);
    }

    internal sealed record Increment;
}
