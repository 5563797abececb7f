using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Messaging;

public class StashSpecs : TestKit
{
    [Fact]
    public void Unstashed_messages_come_in_their_first_order_and_before_newer_ones()
    {
        var actor = Door();

        actor.Tell("a");
        actor.Tell("b");
        actor.Tell("c");
        actor.Tell(Open.All);
        actor.Tell("d");

        Assert.Equal(["a", "b", "c", "d"], ReceiveN(4).Cast<string>());
    }

    [Fact]
    public void Unstash_returns_only_the_oldest()
    {
        var actor = Door();

        actor.Tell("a");
        actor.Tell("b");
        actor.Tell(Open.One);
        actor.Tell("now");

        ExpectMsg("a");
        ExpectMsg("now");
        actor.Tell(Open.All);
        ExpectMsg("b");
    }

    [Fact]
    public void An_unstashed_message_still_has_its_sender()
    {
        var actor = Door();
        var probe = CreateTestProbe();

        probe.Send(actor, "a");
        actor.Tell(Open.All);

        probe.ExpectMsg("a");
    }

    [Fact]
    public void A_message_cannot_be_stashed_twice()
    {
        var actor = Sys.ActorOf(Scripted.Props(script => script.On<string>(_ =>
        {
            PutAside(script);
            TestActor.Tell(Assert.Throws<IllegalActorStateException>(() => PutAside(script)));
        })));

        actor.Tell("x");

        ExpectMsg<IllegalActorStateException>();
    }

    [Fact]
    public void The_same_object_can_be_stashed_each_time_it_is_sent()
    {
        var actor = Door();

        actor.Tell("a");
        actor.Tell("a");
        actor.Tell(Open.All);

        ExpectMsg("a");
        ExpectMsg("a");
    }

    [Fact]
    public void A_cleared_stash_gives_back_what_was_in_it_and_delivers_nothing()
    {
        var actor = Sys.ActorOf(Scripted.Props(script =>
        {
            script.On<string>(_ => script.Stash.Stash());
            script.On<int>(_ =>
            {
                script.From.Tell(script.Stash.ClearStash().Count());
                script.Become(() => script.On<string>(text => script.From.Tell(text)));
                script.Stash.UnstashAll();
            });
        }));

        actor.Tell("a");
        actor.Tell("b");
        actor.Tell(1);
        actor.Tell("c");

        ExpectMsg(2);
        ExpectMsg("c");
    }

    [Fact]
    public void A_restart_returns_the_stash_to_the_mailbox()
    {
        var lives = 0;
        var actor = Sys.ActorOf(Scripted.Props(script =>
        {
            var life = ++lives;
            script.On<string>(text =>
            {
                if (life == 1)
                {
                    script.Stash.Stash();
                }
                else
                {
                    script.From.Tell(text);
                }
            });
            script.On<Exception>(failure => throw failure);
        }));

        actor.Tell("a");
        actor.Tell("b");
        EventFilter.Exception<Exception>("broken").ExpectOne(() => actor.Tell(new Exception("broken")));

        ExpectMsg("a");
        ExpectMsg("b");
    }

    [Fact]
    public void What_is_stashed_when_the_actor_stops_becomes_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.DeadLetter));
        var actor = Door();

        actor.Tell("a");
        actor.Tell(PoisonPill.Instance);

        ExpectMsg<Akka.Event.DeadLetter>(letter => Equals(letter.Message, "a") && letter.Recipient.Equals(actor));
    }

    /// <summary>Apart, because the library's own analyzer does not let two calls in one block through.</summary>
    private static void PutAside(Scripted script) => script.Stash.Stash();

    /// <summary>Stashes until it is opened for one or all, and then lets texts through.</summary>
    private IActorRef Door() => Sys.ActorOf(Scripted.Props(script =>
    {
        script.On<string>(_ => script.Stash.Stash());
        script.On<Open>(open =>
        {
            if (open == Open.All)
            {
                script.Stash.UnstashAll();
            }
            else
            {
                script.Stash.Unstash();
            }

            script.Become(() =>
            {
                script.On<string>(text => script.From.Tell(text));
                script.On<Open>(_ => script.Stash.UnstashAll());
            });
        });
    }));

    private enum Open
    {
        One,
        All,
    }
}
