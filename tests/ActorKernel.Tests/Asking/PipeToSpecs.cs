using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Asking;

public class PipeToSpecs : TestKit
{
    [Fact]
    public void A_result_is_sent()
    {
        _ = Task.FromResult("done").PipeTo(TestActor);

        ExpectMsg("done");
    }

    [Fact]
    public void A_result_can_be_made_into_another_message()
    {
        _ = Task.FromResult(20).PipeTo(TestActor, success: number => $"got {number}");

        ExpectMsg("got 20");
    }

    [Fact]
    public void The_sender_can_be_given()
    {
        var probe = CreateTestProbe();

        _ = Task.FromResult("done").PipeTo(TestActor, probe.Ref);

        ExpectMsg("done");
        Assert.Equal(probe.Ref, LastSender);
    }

    [Fact]
    public void A_failure_is_sent_as_such()
    {
        _ = Task.FromException<string>(new InvalidOperationException("broken")).PipeTo(TestActor);

        Assert.Equal("broken", ExpectMsg<Status.Failure>().Cause.GetBaseException().Message);
    }

    [Fact]
    public void A_failure_can_be_made_into_another_message()
    {
        _ = Task.FromException<string>(new InvalidOperationException("broken"))
            .PipeTo(TestActor, failure: cause => $"failed: {cause.GetType().Name}");

        ExpectMsg("failed: InvalidOperationException");
    }

    [Fact]
    public void A_cancelled_task_is_a_failure()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        _ = Task.FromCanceled<string>(cancelled.Token).PipeTo(TestActor, success: _ => "done", failure: cause => cause);

        ExpectMsg<TaskCanceledException>();
    }

    [Fact]
    public void A_task_without_a_result_sends_only_what_it_is_told_to()
    {
        _ = Task.CompletedTask.PipeTo(TestActor, success: () => "done");
        ExpectMsg("done");

        _ = Task.CompletedTask.PipeTo(TestActor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_task_without_a_result_can_fail_as_well()
    {
        _ = Task.FromException(new InvalidOperationException("broken")).PipeTo(TestActor, failure: cause => cause.Message);

        ExpectMsg("broken");
    }

    [Fact]
    public void A_task_that_ends_later_is_waited_for()
    {
        var later = new TaskCompletionSource<string>();
        _ = later.Task.PipeTo(TestActor);

        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        later.SetResult("done");

        ExpectMsg("done");
    }
}
