using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Messaging;

public class ReceiveAsyncSpecs : TestKit
{
    [Fact]
    public void No_other_message_is_taken_until_the_task_is_done()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Sys.ActorOf(Scripted.Props(script =>
        {
            script.OnAsync<string>(async text =>
            {
                TestActor.Tell($"begin {text}");
                await gate.Task;
                TestActor.Tell($"end {text}");
            });
            script.On<int>(number => TestActor.Tell(number));
        }));

        actor.Tell("work");
        actor.Tell(1);

        ExpectMsg("begin work");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        gate.SetResult();
        ExpectMsg("end work");
        ExpectMsg(1);
    }

    [Fact]
    public void After_an_await_the_handler_goes_on_in_its_actor()
    {
        var actor = Sys.ActorOf(Scripted.Props(script => script.OnAsync<string>(async _ =>
        {
            await Task.Yield();
            script.From.Tell(script.Me);
        })));

        actor.Tell("who");

        ExpectMsg(actor);
    }

    [Fact]
    public void A_failing_task_is_a_failure_of_the_actor()
    {
        var boss = Sys.ActorOf(Boss.Props(_ => Directive.Stop));
        boss.Tell(new Boss.Hire(Scripted.Props(script => script.OnAsync<string>(async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("late");
        }))));
        var actor = Watch(ExpectMsg<IActorRef>());

        EventFilter.Exception<InvalidOperationException>("late").ExpectOne(() => actor.Tell("go"));

        ExpectTerminated(actor);
    }

    [Fact]
    public void An_actor_that_was_restarted_after_a_failed_task_goes_on()
    {
        var actor = Sys.ActorOf(Scripted.Props(script =>
        {
            script.OnAsync<string>(async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("late");
            });
            script.On<int>(number => script.From.Tell(number));
        }));

        EventFilter.Exception<InvalidOperationException>("late").ExpectOne(() => actor.Tell("go"));
        actor.Tell(7);

        ExpectMsg(7);
    }
}
