using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Calls;
using static BatchRunner.Engine.Throttle.ThrottleProtocol;

namespace BatchRunner.Engine.Tests.Throttle;

public sealed class ThrottleStartTests : ThrottleSpec
{
    [Fact]
    public void Starts_go_in_the_order_of_the_batch_and_reruns_before_later_rows()
    {
        var throttle = Throttle(slots: 1);
        throttle.Tell(new HoldSlot(100));
        var (third, first, second) = (Ask(throttle, new RequestStart(3)), Ask(throttle, new RequestStart(1)), Ask(throttle, new RequestStart(2)));
        Settle(throttle);
        throttle.Tell(new ReleaseSlot(100));

        foreach (var (next, row) in new[] { (first, 1), (second, 2), (third, 3) })
        {
            LetTimeGoByUntil(() => next.HasMessages);
            next.ExpectMsg<StartGranted>();
            throttle.Tell(new ReleaseSlot(row));
        }
    }

    [Fact]
    public async Task A_start_that_is_held_back_is_denied_when_starting_stops()
    {
        var throttle = Throttle();
        var list = Ask(throttle, new RequestCall(CallKind.List, 0)).ExpectMsg<CallGranted>();
        Clock.Advance(TimeSpan.FromSeconds(1));
        var permit = Ask(throttle, new RequestStart(1)).ExpectMsg<StartGranted>().Permit;
        throttle.Tell(new CallEnded(list.SentAt, new ApiFailure.RateLimited(Given.Facts(13000, TimeSpan.FromSeconds(30)))));
        var start = permit.StartAsync(new StartOrder.RunTask("task-1"), CancellationToken.None);
        Settle(throttle);

        throttle.Tell(new StopStarting());

        var error = await Assert.ThrowsAsync<CoreClawException>(() => start);
        Assert.IsType<ApiFailure.NotSent>(error.Failure);
        Assert.Empty(CoreClaw.Calls);
    }

    [Fact]
    public async Task Starts_are_held_back_while_CoreClaw_does_not_answer()
    {
        CoreClaw.Start = _ => throw new CoreClawException(new ApiFailure.UnknownFate(Given.Facts()));
        var throttle = Throttle(slots: 5);
        var permit = Ask(throttle, new RequestStart(1)).ExpectMsg<StartGranted>().Permit;
        await Assert.ThrowsAsync<CoreClawException>(() => permit.StartAsync(new StartOrder.RunTask("task-1"), CancellationToken.None));
        throttle.Tell(new StartSettled(1));

        var next = Ask(throttle, new RequestStart(2));
        Settle(throttle);
        Clock.Advance(TimeSpan.FromSeconds(0.9));
        Expect_nothing_yet(throttle, next);
        Clock.Advance(TimeSpan.FromSeconds(0.1));

        next.ExpectMsg<StartGranted>();
    }

    [Fact]
    public void Stopping_waits_for_the_starts_under_way()
    {
        var throttle = Throttle();
        Ask(throttle, new RequestStart(1)).ExpectMsg<StartGranted>();
        var late = Ask(throttle, new RequestStart(2));
        var stopper = Ask(throttle, new StopStarting());
        Expect_nothing_yet(throttle, stopper);

        throttle.Tell(new StartSettled(1));

        stopper.ExpectMsg<StartingStopped>();
        Clock.Advance(TimeSpan.FromMinutes(1));
        Expect_nothing_yet(throttle, late);
    }
}
