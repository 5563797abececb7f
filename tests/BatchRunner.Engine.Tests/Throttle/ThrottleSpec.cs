using Akka.Actor;
using Akka.TestKit;
using BatchRunner.Core.Calls;
using BatchRunner.Core.Pacing;
using BatchRunner.Engine.Throttle;
using static BatchRunner.Engine.Throttle.ThrottleProtocol;

namespace BatchRunner.Engine.Tests.Throttle;

/// <summary>What tests of the throttle begin with.</summary>
public abstract class ThrottleSpec : EngineSpec
{
    private protected ScriptedCoreClaw CoreClaw { get; } = new();
    private protected CallCounter Counter { get; } = new();

    private protected IActorRef Throttle(double rate = 100, int slots = 2)
    {
        var (time, chance) = (Time, new Random(1));
        var (pace, limit) = (Pace.Limited(rate), SlotLimit.Given(slots));
        return Sys.ActorOf(Props.Create(() => new ThrottleActor(CoreClaw, Counter, pace, limit, time, chance, ActorRefs.Nobody)));
    }

    /// <summary>Waits until the throttle has taken in everything that it was told before.</summary>
    private protected void Settle(IActorRef throttle)
    {
        var probe = CreateTestProbe();
        throttle.Tell(new ReadFigures(), probe.Ref);
        probe.ExpectMsg<Figures>();
    }

    private protected TestProbe Ask(IActorRef throttle, object request)
    {
        var probe = CreateTestProbe();
        throttle.Tell(request, probe.Ref);
        return probe;
    }

    private protected void Expect_nothing_yet(IActorRef throttle, TestProbe probe)
    {
        Settle(throttle);
        Assert.False(probe.HasMessages);
    }
}
