using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace BatchRunner.Engine.Tests;

/// <summary>A test of actors in virtual time: the clock stands still until the test moves it.</summary>
public abstract class EngineSpec : TestKit
{
    private const string VirtualTime = """akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """;

    protected EngineSpec()
        : base(VirtualTime) =>
        Time = new SchedulerTime(Clock);

    protected TestScheduler Clock => (TestScheduler)Sys.Scheduler;

    /// <summary>The same clock for what is not an actor.</summary>
    protected TimeProvider Time { get; }

    /// <summary>Lets time go by in steps of a tenth of a second, or longer ones, until the condition holds.</summary>
    protected void LetTimeGoByUntil(Func<bool> condition, double stepSeconds = 0.1) =>
        AwaitCondition(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(stepSeconds));
            return condition();
        }, TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(1)); // generous: a machine may be busy
}
