using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Calls;
using static BatchRunner.Engine.Throttle.ThrottleProtocol;

namespace BatchRunner.Engine.Tests.Throttle;

public sealed class ThrottleActorTests : ThrottleSpec
{
    [Fact]
    public void Calls_are_granted_no_faster_than_the_pace()
    {
        var throttle = Throttle(rate: 2);
        var first = Ask(throttle, new RequestCall(CallKind.List, 0));
        first.ExpectMsg<CallGranted>();

        var second = Ask(throttle, new RequestCall(CallKind.List, 0));
        Expect_nothing_yet(throttle, second);
        Clock.Advance(TimeSpan.FromMilliseconds(499));
        Expect_nothing_yet(throttle, second);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        second.ExpectMsg<CallGranted>();
    }

    [Fact]
    public void The_most_urgent_call_goes_first()
    {
        var throttle = Throttle(rate: 1);
        Ask(throttle, new RequestCall(CallKind.List, 0)).ExpectMsg<CallGranted>();

        var export = Ask(throttle, new RequestCall(CallKind.Export, 0));
        var list = Ask(throttle, new RequestCall(CallKind.List, 0));
        var start = Ask(throttle, new RequestStart(1));
        var abort = Ask(throttle, new RequestCall(CallKind.Abort, 0));
        Settle(throttle);

        foreach (var next in new[] { abort, start, list, export })
        {
            Assert.False(next.HasMessages);
            Clock.Advance(TimeSpan.FromSeconds(1));
            next.ReceiveOne();
        }
    }

    [Fact]
    public void A_call_that_has_waited_long_is_no_longer_overtaken()
    {
        var throttle = Throttle(rate: 0.1);
        Ask(throttle, new RequestCall(CallKind.List, 0)).ExpectMsg<CallGranted>();
        var export = Ask(throttle, new RequestCall(CallKind.Export, 0));
        Settle(throttle);
        Clock.Advance(TimeSpan.FromSeconds(9.5));

        var start = Ask(throttle, new RequestStart(1));
        Settle(throttle);
        Clock.Advance(TimeSpan.FromSeconds(0.5));

        export.ExpectMsg<CallGranted>();
        Expect_nothing_yet(throttle, start);
    }

    [Fact]
    public void Rule_4_nothing_is_granted_before_a_Retry_After_is_over()
    {
        var throttle = Throttle();
        var granted = Ask(throttle, new RequestCall(CallKind.List, 0)).ExpectMsg<CallGranted>();
        throttle.Tell(new CallEnded(granted.SentAt, new ApiFailure.RateLimited(Given.Facts(13000, TimeSpan.FromSeconds(30)))));

        var abort = Ask(throttle, new RequestCall(CallKind.Abort, 0));
        Settle(throttle);
        Clock.Advance(TimeSpan.FromSeconds(29.9));
        Expect_nothing_yet(throttle, abort);
        Clock.Advance(TimeSpan.FromSeconds(0.1));

        abort.ExpectMsg<CallGranted>();
    }

    [Fact]
    public void Rule_4_a_start_waits_for_a_free_slot()
    {
        var throttle = Throttle(slots: 1);
        throttle.Tell(new HoldSlot(1));
        var start = Ask(throttle, new RequestStart(2));
        Settle(throttle);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Expect_nothing_yet(throttle, start);

        throttle.Tell(new ReleaseSlot(1));

        start.ExpectMsg<StartGranted>();
    }

    [Fact]
    public void A_slot_that_is_granted_to_an_actor_that_dies_unused_is_free_again()
    {
        var throttle = Throttle(slots: 1);
        var dead = Ask(throttle, new RequestStart(1));
        dead.ExpectMsg<StartGranted>();
        var heir = Ask(throttle, new RequestStart(2));
        Settle(throttle);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Expect_nothing_yet(throttle, heir);

        Sys.Stop(dead.Ref);

        heir.ExpectMsg<StartGranted>();
    }

    [Fact]
    public async Task Rule_4_a_start_that_was_granted_before_a_Retry_After_is_sent_after_it()
    {
        CoreClaw.Start = _ => Task.FromResult("run-1");
        var throttle = Throttle();
        var list = Ask(throttle, new RequestCall(CallKind.List, 0)).ExpectMsg<CallGranted>();
        Clock.Advance(TimeSpan.FromSeconds(1));
        var permit = Ask(throttle, new RequestStart(1)).ExpectMsg<StartGranted>().Permit;
        throttle.Tell(new CallEnded(list.SentAt, new ApiFailure.RateLimited(Given.Facts(13000, TimeSpan.FromSeconds(30)))));
        Settle(throttle);

        var start = permit.StartAsync(new StartOrder.RunTask("task-1"), CancellationToken.None);
        Settle(throttle);
        Clock.Advance(TimeSpan.FromSeconds(29.9));
        Settle(throttle);
        Assert.Empty(CoreClaw.Calls);
        LetTimeGoByUntil(() => start.IsCompleted);

        Assert.Equal("run-1", await start);
    }

    [Fact]
    public async Task Rule_2_a_permit_is_good_for_one_start()
    {
        CoreClaw.Start = _ => Task.FromResult("run-1");
        var permit = Ask(Throttle(), new RequestStart(1)).ExpectMsg<StartGranted>().Permit;

        Assert.Equal("run-1", await permit.StartAsync(new StartOrder.RunTask("task-1"), CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => permit.StartAsync(new StartOrder.RunTask("task-1"), CancellationToken.None));

        Assert.Single(CoreClaw.Calls);
        Assert.Equal(1, Counter.Read().Start);
    }

    [Fact]
    public void A_retry_waits_longer_each_time()
    {
        var throttle = Throttle();
        var retry = Ask(throttle, new RequestCall(CallKind.List, 4));
        Settle(throttle);
        Clock.Advance(TimeSpan.FromSeconds(1.9));
        Expect_nothing_yet(throttle, retry);
        Clock.Advance(TimeSpan.FromSeconds(2.1));

        retry.ExpectMsg<CallGranted>();
    }
}
