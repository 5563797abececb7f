using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Events;

public class DeadLetterSpecs : TestKit
{
    [Fact]
    public void A_message_to_the_dead_is_published()
    {
        var actor = Dead();
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        actor.Tell("anybody there?");

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("anybody there?", letter.Message);
        Assert.Equal(actor, letter.Recipient);
        Assert.Equal(TestActor, letter.Sender);
    }

    [Fact]
    public void A_message_that_asks_to_be_suppressed_is_published_apart()
    {
        var actor = Dead();
        var suppressed = CreateTestProbe();
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Sys.EventStream.Subscribe(suppressed.Ref, typeof(SuppressedDeadLetter));

        actor.Tell(new Unimportant());

        Assert.IsType<Unimportant>(suppressed.ExpectMsg<SuppressedDeadLetter>().Message);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Both_kinds_can_be_had_together()
    {
        var actor = Dead();
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        actor.Tell(new Unimportant());
        actor.Tell("important");

        ExpectMsg<SuppressedDeadLetter>();
        ExpectMsg<DeadLetter>();
    }

    [Fact]
    public void What_is_told_to_the_dead_letters_is_one()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Sys.DeadLetters.Tell("lost");

        Assert.Equal("lost", ExpectMsg<DeadLetter>().Message);
    }

    private IActorRef Dead()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Echo>()));
        Sys.Stop(actor);
        ExpectTerminated(actor);
        return actor;
    }

    private sealed record Unimportant : IDeadLetterSuppression;
}
