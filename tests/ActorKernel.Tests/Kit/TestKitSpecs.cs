using System.Diagnostics;
using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Kit;

public class TestKitSpecs : TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void ExpectMsg_fails_when_nothing_comes()
    {
        Assert.ThrowsAny<Exception>(() => ExpectMsg<string>(Short));
    }

    [Fact]
    public void ExpectMsg_fails_for_another_type_or_value()
    {
        TestActor.Tell(1);
        Assert.ThrowsAny<Exception>(() => ExpectMsg<string>());

        TestActor.Tell("a");
        Assert.ThrowsAny<Exception>(() => ExpectMsg("b"));

        TestActor.Tell("a");
        Assert.ThrowsAny<Exception>(() => ExpectMsg<string>(text => text == "b"));
    }

    [Fact]
    public void ExpectMsg_hands_the_message_to_the_assertion()
    {
        TestActor.Tell("hello");

        var length = 0;
        ExpectMsg<string>(text => { length = text.Length; });

        Assert.Equal(5, length);
    }

    [Fact]
    public void ExpectNoMsg_fails_when_something_comes()
    {
        TestActor.Tell("surprise");

        Assert.ThrowsAny<Exception>(() => ExpectNoMsg(Short));
    }

    [Fact]
    public void FishForMessage_passes_over_what_is_not_wanted()
    {
        TestActor.Tell(1);
        TestActor.Tell("no");
        TestActor.Tell("yes");

        Assert.Equal("yes", FishForMessage<string>(text => text == "yes"));
        Assert.ThrowsAny<Exception>(() => FishForMessage<string>(_ => true, Short));
    }

    [Fact]
    public void ReceiveOne_returns_null_when_nothing_comes()
    {
        Assert.Null(ReceiveOne(Short));
    }

    [Fact]
    public void ReceiveN_fails_when_too_few_come()
    {
        TestActor.Tell(1);

        Assert.ThrowsAny<Exception>(() => ReceiveN(2, Short));
    }

    [Fact]
    public void Within_limits_what_is_expected_inside()
    {
        var watch = Stopwatch.StartNew();

        Assert.ThrowsAny<Exception>(() => Within(Short, () => ExpectMsg<string>()));

        // Far below the three seconds that an expectation waits outside.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public void Within_fails_when_the_block_takes_too_long()
    {
        Assert.ThrowsAny<Exception>(() => Within(Short, () =>
        {
            AwaitConditionNoThrow(() => false, TimeSpan.FromMilliseconds(200), Short);
        }));
    }

    [Fact]
    public void AwaitAssert_repeats_until_it_holds()
    {
        var attempts = 0;

        AwaitAssert(() => Assert.Equal(3, ++attempts), interval: TimeSpan.FromMilliseconds(10));

        Assert.Equal(3, attempts);
    }

    [Fact]
    public void AwaitAssert_gives_up_in_the_end()
    {
        Assert.ThrowsAny<Exception>(() => AwaitAssert(() => Assert.Fail("never"), Short, TimeSpan.FromMilliseconds(10)));
    }

    [Fact]
    public void AwaitCondition_waits_and_gives_up_in_the_end()
    {
        var attempts = 0;
        AwaitCondition(() => ++attempts == 3, TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(10));

        Assert.ThrowsAny<Exception>(() => AwaitCondition(() => false, Short, TimeSpan.FromMilliseconds(10)));
    }

    [Fact]
    public void A_probe_is_an_actor_that_can_be_told_and_watched()
    {
        var probe = CreateTestProbe("named");
        probe.Tell("hello");
        probe.ExpectMsg("hello");
        Assert.Equal(TestActor, probe.LastSender);
        Watch(probe.Ref);

        Sys.Stop(probe.Ref);

        ExpectTerminated(probe.Ref);
    }

    [Fact]
    public void A_probe_forwards_with_the_first_sender()
    {
        var probe = CreateTestProbe();
        var echo = Sys.ActorOf(Props.Create<Echo>());
        probe.Tell("hello");
        probe.ExpectMsg("hello");

        probe.Forward(echo);

        ExpectMsg("hello");
    }

    [Fact]
    public void The_calling_thread_dispatcher_runs_the_actor_before_tell_returns()
    {
        var boss = Sys.ActorOf(Boss.Props(_ => Directive.Stop));
        var handled = new List<int>();
        boss.Tell(new Boss.Hire(Scripted.Props(script => script.On<string>(_ => handled.Add(Environment.CurrentManagedThreadId)))
            .WithDispatcher(CallingThreadDispatcher.Id)));
        var actor = ExpectMsg<IActorRef>();

        actor.Tell("now");

        Assert.Equal([Environment.CurrentManagedThreadId], handled);
    }

    [Fact]
    public void On_the_calling_thread_an_actor_that_tells_itself_still_handles_one_message_at_a_time()
    {
        var boss = Sys.ActorOf(Boss.Props(_ => Directive.Stop));
        var log = new List<string>();
        boss.Tell(new Boss.Hire(Scripted.Props(script => script.On<int>(number =>
        {
            log.Add($"begin {number}");
            if (number < 2)
            {
                script.Me.Tell(number + 1);
            }

            log.Add($"end {number}");
        })).WithDispatcher(CallingThreadDispatcher.Id)));

        ExpectMsg<IActorRef>().Tell(1);

        Assert.Equal(["begin 1", "end 1", "begin 2", "end 2"], log);
    }
}
