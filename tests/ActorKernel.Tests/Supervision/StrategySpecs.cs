using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Supervision;

public class StrategySpecs : TestKit
{
    [Fact]
    public void One_for_one_leaves_the_siblings_alone()
    {
        var (first, second) = Siblings(new OneForOneStrategy(_ => Directive.Restart));

        first.Tell(new Exception("broken"));
        first.Tell(new Worker.Increment());
        second.Tell(new Worker.Increment());

        Assert.Equal([1, 2], ReceiveN(2).Cast<int>().Order());
    }

    [Fact]
    public void All_for_one_restarts_the_siblings_as_well()
    {
        var (first, second) = Siblings(new AllForOneStrategy(_ => Directive.Restart));

        first.Tell(new Exception("broken"));

        // Restarts are told one after the other, so the sibling may answer once more from its old life.
        AwaitAssert(() =>
        {
            first.Tell("alive");
            ExpectMsg("alive");
            second.Tell(new Worker.Increment());
            Assert.Equal(1, ExpectMsg<int>());
        });
    }

    [Fact]
    public void All_for_one_stops_the_siblings_as_well()
    {
        var (first, second) = Siblings(new AllForOneStrategy(_ => Directive.Stop));
        var watch = CreateTestProbe();
        watch.Watch(second);

        first.Tell(new Exception("broken"));

        watch.ExpectTerminated(second);
    }

    [Fact]
    public void An_actor_that_fails_more_often_than_allowed_is_stopped()
    {
        var worker = Limited(new OneForOneStrategy(2, null, _ => Directive.Restart));

        FailAndAnswer(worker);
        FailAndAnswer(worker);
        worker.Tell(new Exception("once too often"));

        ExpectTerminated(worker);
    }

    [Fact]
    public void The_limit_holds_within_a_time_range()
    {
        var worker = Limited(new OneForOneStrategy(1, TimeSpan.FromMinutes(1), _ => Directive.Restart));

        FailAndAnswer(worker);
        worker.Tell(new Exception("once too often"));

        ExpectTerminated(worker);
    }

    [Fact]
    public void A_limit_of_zero_allows_no_restart()
    {
        var worker = Limited(new OneForOneStrategy(0, null, _ => Directive.Restart));

        worker.Tell(new Exception("once too often"));

        ExpectTerminated(worker);
    }

    [Fact]
    public void Without_a_limit_restarts_go_on()
    {
        var worker = Limited(new OneForOneStrategy(null, null, _ => Directive.Restart));

        for (var i = 0; i < 20; i++)
        {
            FailAndAnswer(worker);
        }
    }

    [Fact]
    public void The_strategy_of_the_props_takes_precedence()
    {
        var boss = Sys.ActorOf(Boss.Props(_ => Directive.Restart).WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Stop)));
        boss.Tell(new Boss.Hire(Worker.Props(CreateTestProbe().Ref)));
        var worker = Watch(ExpectMsg<IActorRef>());

        worker.Tell(new Exception("broken"));

        ExpectTerminated(worker);
    }

    [Fact]
    public void The_directive_depends_on_the_exception()
    {
        var boss = Sys.ActorOf(Boss.Props(cause => cause is ArgumentException ? Directive.Resume : Directive.Stop));
        boss.Tell(new Boss.Hire(Worker.Props(CreateTestProbe().Ref)));
        var worker = Watch(ExpectMsg<IActorRef>());

        worker.Tell(new ArgumentException("harmless"));
        worker.Tell("alive");
        ExpectMsg("alive");
        worker.Tell(new InvalidOperationException("fatal"));

        ExpectTerminated(worker);
    }

    private static void Fail(IActorRef worker) => worker.Tell(new Exception("broken"));

    private void FailAndAnswer(IActorRef worker)
    {
        Fail(worker);
        worker.Tell("alive");
        ExpectMsg("alive");
    }

    private IActorRef Limited(SupervisorStrategy strategy)
    {
        Sys.ActorOf(Boss.Props(strategy)).Tell(new Boss.Hire(Worker.Props(CreateTestProbe().Ref)));
        return Watch(ExpectMsg<IActorRef>());
    }

    private (IActorRef First, IActorRef Second) Siblings(SupervisorStrategy strategy)
    {
        var boss = Sys.ActorOf(Boss.Props(strategy));
        boss.Tell(new Boss.Hire(Worker.Props(CreateTestProbe().Ref)));
        var first = ExpectMsg<IActorRef>();
        boss.Tell(new Boss.Hire(Worker.Props(CreateTestProbe().Ref)));
        var second = ExpectMsg<IActorRef>();
        second.Tell(new Worker.Increment());
        ExpectMsg(1);
        return (first, second);
    }
}
