using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Timing;

/// <summary>The scheduler of production, in real time: only what does not depend on how fast the machine is.</summary>
public class SchedulerSpecs : TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void A_message_is_sent_once_with_its_sender()
    {
        var probe = CreateTestProbe();

        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "tick", probe.Ref);

        ExpectMsg("tick");
        Assert.Equal(probe.Ref, LastSender);
        ExpectNoMsg(TimeSpan.FromMilliseconds(150));
    }

    [Fact]
    public void A_message_is_not_sent_before_its_time()
    {
        var start = Sys.Scheduler.MonotonicClock;

        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(150), TestActor, "tick", ActorRefs.NoSender);
        ExpectMsg("tick");

        // The clocks of timers are coarser than the one that measures.
        Assert.True(Sys.Scheduler.MonotonicClock - start > TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_repeated_message_is_sent_until_it_is_cancelled()
    {
        var schedule = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(TimeSpan.Zero, Soon, TestActor, "tick", ActorRefs.NoSender);

        ReceiveN(3);
        schedule.Cancel();
        while (ReceiveOne(TimeSpan.FromMilliseconds(200)) is not null)
        {
            // What was on its way when the schedule was cancelled.
        }

        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_cancelled_message_is_never_sent()
    {
        var schedule = Sys.Scheduler.ScheduleTellOnceCancelable(TimeSpan.FromMilliseconds(150), TestActor, "tick", ActorRefs.NoSender);

        schedule.Cancel();

        Assert.True(schedule.IsCancellationRequested);
        ExpectNoMsg(TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public void An_action_runs_once_it_is_due()
    {
        Sys.Scheduler.Advanced.ScheduleOnce(Soon, () => TestActor.Tell("ran", ActorRefs.NoSender));

        ExpectMsg("ran");
    }

    [Fact]
    public void The_clock_tells_the_time_of_day()
    {
        Assert.InRange((Sys.Scheduler.Now - TimeProvider.System.GetUtcNow()).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_timer_of_an_actor_runs_in_real_time_as_well()
    {
        Sys.ActorOf(Props.Create(() => new Ticking(TestActor)));

        ExpectMsg("tick");
        ExpectMsg("tick");
    }

    private sealed class Ticking : ReceiveActor, IWithTimers
    {
        public Ticking(IActorRef probe)
        {
            ReceiveAny(probe.Tell);
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartPeriodicTimer("key", "tick", TimeSpan.FromMilliseconds(20));
    }
}
