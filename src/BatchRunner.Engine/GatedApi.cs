using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Calls;
using BatchRunner.Core.Pacing;
using BatchRunner.Engine.Throttle;

namespace BatchRunner.Engine;

/// <summary>CoreClaw for calls outside a batch: behind a throttle of their own.</summary>
public static class GatedApi
{
    /// <param name="system">Where the throttle lives.</param>
    /// <param name="api">The calls that can be repeated.</param>
    /// <param name="starter">The calls that create runs; no permit for them is given here.</param>
    /// <param name="time">The clock of the pace.</param>
    /// <param name="seed">Seeds the jitter of retries.</param>
    public static ICoreClaw Open(ActorSystem system, ICoreClaw api, IRunStarter starter, TimeProvider time, int seed)
    {
        var counter = new CallCounter();
        var chance = new Random(seed);
        var throttle = system.ActorOf(Props.Create(() => new ThrottleActor(
            starter, counter, Pace.Auto, SlotLimit.Auto, time, chance, ActorRefs.Nobody)), "throttle");
        return new GatedCoreClaw(api, counter, throttle, GatedCoreClaw.QuickTries);
    }
}
