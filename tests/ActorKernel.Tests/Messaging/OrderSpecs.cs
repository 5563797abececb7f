using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Messaging;

public class OrderSpecs : TestKit
{
    private const int Senders = 8;
    private const int Each = 2_000;

    [Fact]
    public void Messages_of_one_sender_arrive_in_the_order_they_were_sent()
    {
        var broken = 0;
        var total = 0;
        var next = new int[Senders];
        var receiver = Sys.ActorOf(Scripted.Props(actor =>
        {
            actor.On<Numbered>(message =>
            {
                broken += next[message.Sender]++ == message.Number ? 0 : 1;
                if (++total == Senders * Each)
                {
                    TestActor.Tell(broken);
                }
            });
        }));

        TellFromManyThreads(receiver);

        ExpectMsg(0, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void An_actor_never_handles_two_messages_at_once()
    {
        var inside = 0;
        var overlaps = 0;
        var total = 0;
        var receiver = Sys.ActorOf(Scripted.Props(actor =>
        {
            actor.On<Numbered>(_ =>
            {
                overlaps += Interlocked.Increment(ref inside) == 1 ? 0 : 1;
                if (++total == Senders * Each)
                {
                    TestActor.Tell(overlaps);
                }

                Interlocked.Decrement(ref inside);
            });
        }));

        TellFromManyThreads(receiver);

        ExpectMsg(0, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Two_actors_keep_the_order_of_their_talk_under_load()
    {
        var collector = Sys.ActorOf(Scripted.Props(actor =>
        {
            var expected = 0;
            actor.On<int>(number =>
            {
                if (number != expected++)
                {
                    TestActor.Tell($"got {number} in place of {expected - 1}");
                }
                else if (expected == Each)
                {
                    TestActor.Tell("in order");
                }
            });
        }));
        var relay = Sys.ActorOf(Props.Create(() => new Relay(collector)));

        for (var i = 0; i < Each; i++)
        {
            relay.Tell(i);
        }

        ExpectMsg("in order", TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void No_message_is_forgotten_while_an_actor_fails_and_goes_on_again_and_again()
    {
        var total = 0;
        var boss = Sys.ActorOf(Boss.Props(_ => Directive.Resume));
        boss.Tell(new Boss.Hire(Scripted.Props(actor => actor.On<Numbered>(message =>
        {
            if (++total == Senders * Each)
            {
                TestActor.Tell("all");
            }

            if (message.Number % 100 == 0)
            {
                throw new InvalidOperationException("broken");
            }
        }))));

        TellFromManyThreads(ExpectMsg<IActorRef>());

        ExpectMsg("all", TimeSpan.FromSeconds(20));
    }

    private static void TellFromManyThreads(IActorRef receiver)
    {
        var threads = Enumerable.Range(0, Senders).Select(sender => new Thread(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                receiver.Tell(new Numbered(sender, i), ActorRefs.NoSender);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    private sealed record Numbered(int Sender, int Number);
}
