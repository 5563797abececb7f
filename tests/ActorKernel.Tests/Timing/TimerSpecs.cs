using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit;

namespace ActorKernel.Tests.Timing;

public class TimerSpecs : VirtualTimeSpecs
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void A_single_timer_delivers_once_and_not_before_its_time()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartSingleTimer("key", "tick", 2 * Second));

        Time.Advance(Second);
        ExpectNoMsg(Silence);
        Time.Advance(Second);
        ExpectMsg("tick");
        Time.Advance(5 * Second);
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_periodic_timer_delivers_at_each_interval()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", Second));

        for (var i = 0; i < 3; i++)
        {
            Time.Advance(Second);
            ExpectMsg("tick");
        }
    }

    [Fact]
    public void A_periodic_timer_may_begin_with_another_delay()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", 3 * Second, Second));

        Time.Advance(2 * Second);
        ExpectNoMsg(Silence);
        Time.Advance(Second);
        ExpectMsg("tick");
        Time.Advance(Second);
        ExpectMsg("tick");
    }

    [Fact]
    public void A_cancelled_timer_never_delivers()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartSingleTimer("key", "tick", Second));
        Do(actor, timers => timers.Cancel("key"));

        Time.Advance(2 * Second);

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_cancelled_timer_does_not_deliver_what_is_in_the_mailbox_already()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartSingleTimer("key", "tick", Second));

        Do(actor, timers =>
        {
            Time.Advance(2 * Second);
            timers.Cancel("key");
        });

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_replaced_timer_delivers_only_the_new_message()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartSingleTimer("key", "old", Second));

        Do(actor, timers =>
        {
            Time.Advance(Second);
            timers.StartSingleTimer("key", "new", Second);
        });
        ExpectNoMsg(Silence);
        Time.Advance(Second);

        ExpectMsg("new");
    }

    [Fact]
    public void CancelAll_ends_every_timer()
    {
        var actor = Timed();
        Do(actor, timers =>
        {
            timers.StartSingleTimer("a", "tick", Second);
            timers.StartPeriodicTimer("b", "tick", Second);
            timers.CancelAll();
        });

        Time.Advance(Second);

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_timer_is_active_until_it_has_delivered_or_is_cancelled()
    {
        var actor = Timed();
        var seen = new List<bool>();
        Do(actor, timers =>
        {
            seen.Add(timers.IsTimerActive("key"));
            timers.StartSingleTimer("key", "tick", Second);
            seen.Add(timers.IsTimerActive("key"));
        });
        Time.Advance(Second);
        ExpectMsg("tick");
        Do(actor, timers => seen.Add(timers.IsTimerActive("key")));

        Assert.Equal([false, true, false], seen);
    }

    [Fact]
    public void Timers_end_with_a_restart()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", Second));
        EventFilter.Exception<Exception>("broken").ExpectOne(() => actor.Tell(new Exception("broken")));
        Settle(actor);

        Time.Advance(Second);

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void What_a_timer_of_an_earlier_life_left_in_the_mailbox_is_not_delivered()
    {
        var actor = Timed();
        Do(actor, timers => timers.StartSingleTimer("key", "old", Second));
        EventFilter.Exception<Exception>("broken").ExpectOne(() => Tell(actor, _ =>
        {
            Time.Advance(Second);
            throw new Exception("broken");
        }));
        Do(actor, timers => timers.StartSingleTimer("key", "new", Second));

        ExpectNoMsg(Silence);
        Time.Advance(Second);
        ExpectMsg("new");
    }

    [Fact]
    public void Timers_end_with_a_stop()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.AllDeadLetters));
        var actor = Timed();
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", Second));
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);

        Time.Advance(Second);

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_timer_message_can_be_stashed_like_any_other()
    {
        var actor = Sys.ActorOf(Scripted.Props(script =>
        {
            script.On<string>(text => text == "tick", _ => script.Stash.Stash());
            script.On<Action<ITimerScheduler>>(action => action(script.Timers));
            script.On<int>(_ =>
            {
                script.Become(() => script.On<string>(text => TestActor.Tell(text)));
                script.Stash.UnstashAll();
            });
        }));
        Do(actor, timers => timers.StartSingleTimer("key", "tick", Second));
        Time.Advance(Second);

        actor.Tell(1);

        ExpectMsg("tick");
    }

    /// <summary>Runs what it is told with its timers, and passes texts on to the test.</summary>
    private IActorRef Timed() => Sys.ActorOf(Scripted.Props(script =>
    {
        script.On<string>(text => TestActor.Tell(text));
        script.On<Action<ITimerScheduler>>(action => action(script.Timers));
        script.On<Exception>(failure => throw failure);
    }));

    private static void Tell(IActorRef actor, Action<ITimerScheduler> action) => actor.Tell(action, ActorRefs.NoSender);

    private void Do(IActorRef actor, Action<ITimerScheduler> action)
    {
        Tell(actor, action);
        Settle(actor);
    }
}
