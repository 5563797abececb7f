using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Messaging;

public class SenderSpecs : TestKit
{
    [Fact]
    public void The_test_actor_is_the_sender_of_what_a_test_tells()
    {
        Sys.ActorOf(Props.Create<Echo>()).Tell("hello");

        ExpectMsg("hello");
    }

    [Fact]
    public async Task The_test_actor_is_still_the_sender_after_an_await()
    {
        await Task.Yield();

        Sys.ActorOf(Props.Create<Echo>()).Tell("hello");

        ExpectMsg("hello");
    }

    [Fact]
    public void An_actor_is_the_sender_of_what_it_tells()
    {
        var asker = Sys.ActorOf(Scripted.Props(actor => actor.On<IActorRef>(other => other.Tell("from me"))));
        var probe = CreateTestProbe();

        asker.Tell(probe.Ref);

        probe.ExpectMsg("from me");
        Assert.Equal(asker, probe.LastSender);
    }

    [Fact]
    public void A_forwarded_message_keeps_its_sender()
    {
        var target = CreateTestProbe();
        var relay = Sys.ActorOf(Props.Create(() => new Relay(target.Ref)));
        var origin = CreateTestProbe();

        origin.Send(relay, "letter");

        target.ExpectMsg("letter");
        Assert.Equal(origin.Ref, target.LastSender);
    }

    [Fact]
    public void Without_a_sender_the_receiver_sees_the_dead_letters()
    {
        var actor = Sys.ActorOf(Scripted.Props(script => script.On<string>(_ => TestActor.Tell(script.From))));

        actor.Tell("anonymous", ActorRefs.NoSender);

        ExpectMsg<IActorRef>(sender => sender.Equals(Sys.DeadLetters));
    }

    [Fact]
    public void A_probe_replies_to_the_sender_of_its_last_message()
    {
        var probe = CreateTestProbe();
        probe.Ref.Tell("question");
        probe.ExpectMsg("question");

        probe.Reply("answer");

        ExpectMsg("answer");
        Assert.Equal(probe.Ref, LastSender);
    }
}
