using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit;

namespace ActorKernel.Tests.Timing;

public class TestSchedulerSpecs : VirtualTimeSpecs
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void Time_stands_still_until_it_is_moved()
    {
        var before = Time.Now;

        Time.Advance(90 * Second);

        Assert.Equal(TimeSpan.FromSeconds(90), Time.Now - before);
    }

    [Fact]
    public void What_is_due_happens_in_the_order_of_due_time()
    {
        Sys.Scheduler.ScheduleTellOnce(3 * Second, TestActor, "third", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "first", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(2 * Second, TestActor, "second", ActorRefs.NoSender);

        Time.Advance(3 * Second);

        Assert.Equal(["first", "second", "third"], ReceiveN(3).Cast<string>());
    }

    [Fact]
    public void What_is_due_has_happened_when_the_move_returns()
    {
        var ran = false;
        Sys.Scheduler.Advanced.ScheduleOnce(Second, () => ran = true);

        Time.Advance(Second);

        Assert.True(ran);
    }

    [Fact]
    public void Time_can_be_moved_to_a_moment_but_not_back()
    {
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "tick", ActorRefs.NoSender);
        var start = Time.Now;

        Time.AdvanceTo(start + Second);

        ExpectMsg("tick");
        Assert.Throws<InvalidOperationException>(() => Time.AdvanceTo(start));
    }

    [Fact]
    public void A_repeated_message_comes_at_each_interval_until_it_is_cancelled()
    {
        var schedule = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(2 * Second, Second, TestActor, "tick", ActorRefs.NoSender);

        Time.Advance(Second);
        ExpectNoMsg(Silence);
        Time.Advance(Second);
        ExpectMsg("tick");
        Time.Advance(Second);
        ExpectMsg("tick");
        schedule.Cancel();
        Time.Advance(Second);

        ExpectNoMsg(Silence);
        Assert.True(schedule.IsCancellationRequested);
    }

    [Fact]
    public void A_message_that_was_cancelled_is_never_sent()
    {
        var schedule = Sys.Scheduler.ScheduleTellOnceCancelable(Second, TestActor, "tick", ActorRefs.NoSender);
        schedule.Cancel();

        Time.Advance(2 * Second);

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_scheduled_message_has_the_sender_that_was_given()
    {
        var probe = CreateTestProbe();
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "tick", probe.Ref);

        Time.Advance(Second);

        ExpectMsg("tick");
        Assert.Equal(probe.Ref, LastSender);
    }
}
