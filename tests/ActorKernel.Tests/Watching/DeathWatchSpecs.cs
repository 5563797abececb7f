using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Watching;

public class DeathWatchSpecs : TestKit
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void A_watcher_is_told_once_of_the_end()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());
        Watch(actor);
        Watch(actor);

        Sys.Stop(actor);

        var terminated = ExpectTerminated(actor);
        Assert.True(terminated.ExistenceConfirmed);
        Assert.Equal(actor, LastSender);
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Every_watcher_is_told()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());
        var probes = Enumerable.Range(0, 3).Select(_ => CreateTestProbe()).ToList();
        probes.ForEach(probe => probe.Watch(actor));

        actor.Tell(PoisonPill.Instance);

        probes.ForEach(probe => probe.ExpectTerminated(actor));
    }

    [Fact]
    public void Watching_the_dead_is_answered_as_well()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);

        var late = CreateTestProbe();
        late.Watch(actor);

        late.ExpectTerminated(actor);
        late.ExpectNoMsg(Silence);
    }

    [Fact]
    public void After_an_unwatch_nothing_is_told()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());
        Watch(actor);
        Unwatch(actor);
        var other = CreateTestProbe();
        other.Watch(actor);

        Sys.Stop(actor);

        other.ExpectTerminated(actor);
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void An_unwatch_also_takes_back_what_is_in_the_mailbox_already()
    {
        var watched = Sys.ActorOf(Props.Create<Echo>());
        var bystander = CreateTestProbe();
        bystander.Watch(watched);
        using var gate = new ManualResetEventSlim();
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(watched, TestActor, gate)));
        watcher.Tell("watch");
        ExpectMsg("watching");

        watcher.Tell("block");
        ExpectMsg("blocked");
        Sys.Stop(watched);
        bystander.ExpectTerminated(watched);
        watcher.Tell("unwatch");
        watcher.Tell("who");
        gate.Set();

        ExpectMsg("unwatched");
        ExpectMsg("still here");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void WatchWith_sends_the_message_that_was_asked_for()
    {
        var watched = Sys.ActorOf(Props.Create<Echo>());
        using var gate = new ManualResetEventSlim();
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(watched, TestActor, gate)));
        watcher.Tell("watch with");
        ExpectMsg("watching");

        Sys.Stop(watched);

        ExpectMsg("it is gone");
    }

    [Fact]
    public void An_end_that_is_not_handled_breaks_the_death_pact()
    {
        var watched = Sys.ActorOf(Props.Create<Echo>());
        var boss = Sys.ActorOf(Boss.Props(cause =>
        {
            TestActor.Tell(cause);
            return Directive.Stop;
        }));
        var ready = CreateTestProbe();
        boss.Tell(new Boss.Hire(Props.Create(() => new Companion(watched, ready.Ref))));
        var companion = ExpectMsg<IActorRef>();
        ready.ExpectMsg("watching");
        Watch(companion);

        Sys.Stop(watched);

        Assert.Equal(watched, ExpectMsg<DeathPactException>().DeadActor);
        ExpectTerminated(companion);
    }

    [Fact]
    public void By_default_a_broken_death_pact_stops_the_watcher()
    {
        var watched = Sys.ActorOf(Props.Create<Echo>());
        var companion = Sys.ActorOf(Props.Create(() => new Companion(watched, TestActor)));
        ExpectMsg("watching");
        Watch(companion);

        EventFilter.Exception<DeathPactException>().ExpectOne(() => Sys.Stop(watched));

        ExpectTerminated(companion);
    }

    [Fact]
    public void A_parent_can_watch_its_child_and_give_its_name_away_when_told()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Renewing(TestActor)));
        parent.Tell("start");
        var first = ExpectMsg<IActorRef>();

        first.Tell(PoisonPill.Instance);

        var second = ExpectMsg<IActorRef>();
        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_restart_is_no_end()
    {
        var actor = Sys.ActorOf(Worker.Props(CreateTestProbe().Ref));
        Watch(actor);

        EventFilter.Exception<Exception>("broken").ExpectOne(() => actor.Tell(new Exception("broken")));
        actor.Tell("alive");

        ExpectMsg("alive");
        ExpectNoMsg(Silence);
    }

    private sealed class Watcher : ReceiveActor
    {
        public Watcher(IActorRef watched, IActorRef probe, ManualResetEventSlim gate)
        {
            Receive<string>(text =>
            {
                switch (text)
                {
                    case "watch":
                        Context.Watch(watched);
                        probe.Tell("watching");
                        break;
                    case "watch with":
                        Context.WatchWith(watched, "it is gone");
                        probe.Tell("watching");
                        break;
                    case "block":
                        probe.Tell("blocked");
                        gate.Wait(TimeSpan.FromSeconds(10));
                        break;
                    case "unwatch":
                        Context.Unwatch(watched);
                        probe.Tell("unwatched");
                        break;
                    case "who":
                        probe.Tell("still here");
                        break;
                    default:
                        probe.Tell(text);
                        break;
                }
            });
            // Not the message itself: an actor that did not ask for it would not see it.
            Receive<Terminated>(_ => probe.Tell("told of the end"));
        }
    }

    private sealed class Companion(IActorRef watched, IActorRef probe) : ReceiveActor
    {
        protected override void PreStart()
        {
            Context.Watch(watched);
            probe.Tell("watching");
        }
    }

    private sealed class Renewing : ReceiveActor
    {
        public Renewing(IActorRef probe)
        {
            Receive<string>(_ => probe.Tell(StartChild()));
            Receive<Terminated>(_ => probe.Tell(StartChild()));
        }

        private static IActorRef StartChild() => Context.Watch(Context.ActorOf(Props.Create<Echo>(), "child"));
    }
}
