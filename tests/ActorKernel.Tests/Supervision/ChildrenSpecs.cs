using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Supervision;

public class ChildrenSpecs : TestKit
{
    [Fact]
    public void A_restart_stops_the_children_unless_told_otherwise()
    {
        var parent = Sys.ActorOf(Boss.Props(_ => Directive.Restart));
        parent.Tell(new Boss.Hire(Props.Create<Echo>(), "child"));
        var child = Watch(ExpectMsg<IActorRef>());

        parent.Tell(new Exception("broken"));
        parent.Tell(new Boss.CountChildren());

        var received = ReceiveN(2);
        Assert.Contains(received, message => message is Terminated terminated && terminated.ActorRef.Equals(child));
        Assert.Contains(received, message => message is 0);
    }

    [Fact]
    public void The_name_of_a_child_is_free_again_after_the_restart()
    {
        var parent = Sys.ActorOf(Props.Create<WithChild>());
        parent.Tell("child");
        var first = ExpectMsg<IActorRef>();

        parent.Tell(new Exception("broken"));
        parent.Tell("child");

        var second = ExpectMsg<IActorRef>();
        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_child_that_is_kept_is_restarted_with_its_parent()
    {
        var life = CreateTestProbe();
        var parent = Sys.ActorOf(Props.Create(() => new KeepingParent(life.Ref)));
        life.ExpectMsg("created");
        life.ExpectMsg("PreStart");

        parent.Tell(new Exception("broken"));

        life.ExpectMsg("PreRestart broken False");
        life.ExpectMsg("PostStop");
        life.ExpectMsg("created");
        life.ExpectMsg("PostRestart broken");
    }

    [Fact]
    public void Children_are_found_by_name()
    {
        var parent = Sys.ActorOf(Scripted.Props(script => { }));
        var boss = Sys.ActorOf(Props.Create<Finder>());

        boss.Tell("make");
        var child = ExpectMsg<IActorRef>();
        boss.Tell("find");

        ExpectMsg(child);
        boss.Tell("miss");
        Assert.Equal(ActorRefs.Nobody, ExpectMsg<IActorRef>());
        Assert.NotEqual(parent, child);
    }

    [Fact]
    public void A_child_knows_its_parent()
    {
        var parent = Sys.ActorOf(Props.Create<Finder>(), "parent");

        parent.Tell("make");
        ExpectMsg<IActorRef>().Tell("parent");

        ExpectMsg(parent);
    }

    [Fact]
    public void A_name_is_unique_among_living_siblings()
    {
        Sys.ActorOf(Props.Create<Echo>(), "single");

        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Props.Create<Echo>(), "single"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("a/b")]
    [InlineData("$dollar")]
    public void Not_every_text_is_a_name(string name)
    {
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Props.Create<Echo>(), name));
    }

    [Fact]
    public void A_name_is_free_again_some_time_after_the_end()
    {
        var first = Watch(Sys.ActorOf(Props.Create<Echo>(), "phoenix"));
        Sys.Stop(first);
        ExpectTerminated(first);

        IActorRef? second = null;
        AwaitAssert(() => second = Sys.ActorOf(Props.Create<Echo>(), "phoenix"), interval: TimeSpan.FromMilliseconds(20));

        Assert.Equal(first.Path, second!.Path);
        Assert.NotEqual(first, second);
        first.Tell("to the dead");
        second.Tell("to the living");
        ExpectMsg("to the living");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void An_actor_without_a_name_gets_one()
    {
        var first = Sys.ActorOf(Props.Create<Echo>());
        var second = Sys.ActorOf(Props.Create<Echo>());

        Assert.NotEqual(first.Path.Name, second.Path.Name);
        Assert.StartsWith("$", first.Path.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void The_path_tells_the_place()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>(), "named");

        Assert.Equal("akka://test/user/named", actor.Path.ToString());
        Assert.Equal("/user/named", actor.Path.ToStringWithoutAddress());
        Assert.Equal("named", actor.Path.Name);
        Assert.Equal("user", actor.Path.Parent.Name);
    }

    private sealed class WithChild : ReceiveActor
    {
        private readonly IActorRef _child = Context.ActorOf(Props.Create<Echo>(), "child");

        public WithChild()
        {
            Receive<string>(_ => Sender.Tell(_child));
            Receive<Exception>(failure => throw failure);
        }
    }

    private sealed class KeepingParent : ReceiveActor
    {
        private readonly IActorRef _probe;

        public KeepingParent(IActorRef probe)
        {
            _probe = probe;
            Receive<Exception>(failure => throw failure);
        }

        protected override void PreStart()
        {
            if (Context.Child("kept").IsNobody())
            {
                Context.ActorOf(Worker.Props(_probe), "kept");
            }
        }

        protected override void PreRestart(Exception reason, object message)
        {
            // The child is kept.
        }
    }

    private sealed class Finder : ReceiveActor
    {
        public Finder()
        {
            Receive<string>(text => Sender.Tell(text switch
            {
                "make" => Context.ActorOf(Props.Create<ParentTeller>(), "child"),
                "find" => Context.Child("child"),
                _ => Context.Child("nobody"),
            }));
        }
    }

    private sealed class ParentTeller : ReceiveActor
    {
        public ParentTeller()
        {
            ReceiveAny(_ => Sender.Tell(Context.Parent));
        }
    }
}
