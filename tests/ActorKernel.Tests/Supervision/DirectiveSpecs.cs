using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Supervision;

public class DirectiveSpecs : TestKit
{
    private TestProbe? _life;

    private TestProbe Life => _life ??= CreateTestProbe();

    [Fact]
    public void A_resumed_actor_keeps_its_state_and_goes_on()
    {
        var worker = Hire(_ => Directive.Resume);
        worker.Tell(new Worker.Increment());

        worker.Tell(new Exception("broken"));
        worker.Tell(new Worker.Increment());

        ExpectMsg(1);
        ExpectMsg(2);
        Life.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_restarted_actor_is_a_new_instance_at_the_same_address()
    {
        var worker = Hire(_ => Directive.Restart);
        worker.Tell(new Worker.Increment());

        worker.Tell(new Exception("broken"));
        worker.Tell(new Worker.Increment());

        ExpectMsg(1);
        ExpectMsg(1);
    }

    [Fact]
    public void A_restart_calls_the_hooks_in_order()
    {
        var worker = Hire(_ => Directive.Restart);

        worker.Tell(new Exception("broken"));

        Life.ExpectMsg("PreRestart broken True");
        Life.ExpectMsg("PostStop");
        Life.ExpectMsg("created");
        Life.ExpectMsg("PostRestart broken");
        Life.ExpectMsg("PreStart");
    }

    [Fact]
    public void A_restart_keeps_the_mailbox_and_drops_what_failed()
    {
        var worker = Hire(_ => Directive.Restart);

        worker.Tell("a");
        worker.Tell(new Exception("broken"));
        worker.Tell("b");
        worker.Tell("c");

        ExpectMsg("a");
        ExpectMsg("b");
        ExpectMsg("c");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_stopped_actor_is_gone()
    {
        var worker = Hire(_ => Directive.Stop);
        Watch(worker);

        worker.Tell(new Exception("broken"));

        ExpectTerminated(worker);
        Life.ExpectMsg("PostStop");
    }

    [Fact]
    public void An_escalated_failure_becomes_one_of_the_supervisor()
    {
        var top = Sys.ActorOf(Boss.Props(cause =>
        {
            TestActor.Tell(cause.Message);
            return Directive.Stop;
        }));
        top.Tell(new Boss.Hire(Boss.Props(_ => Directive.Escalate)));
        var middle = ExpectMsg<IActorRef>();
        middle.Tell(new Boss.Hire(Worker.Props(Life.Ref)));
        var worker = ExpectMsg<IActorRef>();
        Watch(middle);

        worker.Tell(new Exception("too much for me"));

        ExpectMsg("too much for me");
        ExpectTerminated(middle);
        Life.FishForMessage<string>(text => text == "PostStop");
    }

    [Fact]
    public void An_escalated_failure_that_is_resumed_resumes_both()
    {
        var decisions = CreateTestProbe();
        var top = Sys.ActorOf(Boss.Props(cause =>
        {
            decisions.Tell(cause.Message);
            return Directive.Resume;
        }));
        top.Tell(new Boss.Hire(Boss.Props(_ => Directive.Escalate)));
        var middle = ExpectMsg<IActorRef>();
        middle.Tell(new Boss.Hire(Worker.Props(Life.Ref)));
        var worker = ExpectMsg<IActorRef>();
        worker.Tell(new Worker.Increment());
        ExpectMsg(1);

        worker.Tell(new Exception("broken"));
        worker.Tell(new Worker.Increment());
        ExpectMsg(2);
        worker.Tell(new Exception("broken again"));
        decisions.ExpectMsg("broken");
        decisions.ExpectMsg("broken again");
        middle.Tell("alive");

        ExpectMsg("alive");
    }

    [Fact]
    public void A_failure_escalated_to_the_guardian_restarts_the_actor_under_it()
    {
        var top = Sys.ActorOf(Boss.Props(_ => Directive.Escalate));
        top.Tell(new Boss.Hire(Worker.Props(Life.Ref)));
        var worker = Watch(ExpectMsg<IActorRef>());

        EventFilter.Exception<Exception>("broken").ExpectOne(() => worker.Tell(new Exception("broken")));

        // The restarted parent stops its children and is there for new ones.
        ExpectTerminated(worker);
        top.Tell(new Boss.CountChildren());
        ExpectMsg(0);
    }

    [Fact]
    public void While_it_waits_for_a_decision_an_actor_handles_nothing()
    {
        using var gate = new ManualResetEventSlim();
        var worker = Hire(_ =>
        {
            gate.Wait(TimeSpan.FromSeconds(10));
            return Directive.Resume;
        });

        worker.Tell(new Exception("broken"));
        worker.Tell("later");

        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        gate.Set();
        ExpectMsg("later");
    }

    [Fact]
    public void By_default_a_failure_restarts()
    {
        var worker = Sys.ActorOf(Worker.Props(Life.Ref));

        EventFilter.Exception<Exception>("broken").ExpectOne(() => worker.Tell(new Exception("broken")));
        worker.Tell("alive");

        ExpectMsg("alive");
    }

    [Fact]
    public void A_resumed_failure_is_a_warning_in_the_log()
    {
        var worker = Hire(_ => Directive.Resume);

        EventFilter.Warning("not so bad").ExpectOne(() => worker.Tell(new Exception("not so bad")));
    }

    private IActorRef Hire(Func<Exception, Directive> decider)
    {
        Sys.ActorOf(Boss.Props(decider)).Tell(new Boss.Hire(Worker.Props(Life.Ref)));
        var worker = ExpectMsg<IActorRef>();
        Life.ExpectMsg("created");
        Life.ExpectMsg("PreStart");
        return worker;
    }
}
