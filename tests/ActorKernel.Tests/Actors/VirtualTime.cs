using Akka.Actor;
using Akka.TestKit;

namespace ActorKernel.Tests.Actors;

/// <summary>A spec in which time moves only when it says so.</summary>
public abstract class VirtualTimeSpecs : Akka.TestKit.Xunit2.TestKit
{
    protected VirtualTimeSpecs()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
    {
    }

    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    /// <summary>Returns when the actor has handled everything that was told so far.</summary>
    protected void Settle(IActorRef actor)
    {
        var probe = CreateTestProbe();
        probe.Send(actor, new Identify(null!));
        probe.ExpectMsg<ActorIdentity>();
    }
}
