using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Messaging;

public class HandlerSpecs : TestKit
{
    [Fact]
    public void Handlers_are_tried_in_the_order_of_their_registration()
    {
        var actor = Sys.ActorOf(Scripted.Props(script =>
        {
            script.On<string>(_ => script.From.Tell("first"));
            script.On<string>(_ => script.From.Tell("second"));
        }));

        actor.Tell("x");

        ExpectMsg("first");
    }

    [Fact]
    public void A_handler_whose_predicate_says_no_is_passed_over()
    {
        var actor = Sys.ActorOf(Scripted.Props(script =>
        {
            script.On<int>(number => number > 10, _ => script.From.Tell("large"));
            script.On<int>(_ => script.From.Tell("medium"), number => number > 5);
            script.On<int>(_ => script.From.Tell("small"));
        }));

        actor.Tell(11);
        actor.Tell(6);
        actor.Tell(1);

        ExpectMsg("large");
        ExpectMsg("medium");
        ExpectMsg("small");
    }

    [Fact]
    public void A_handler_that_returns_false_leaves_the_message_to_the_next()
    {
        var actor = Sys.ActorOf(Scripted.Props(script =>
        {
            script.OnTry<int>(_ => false);
            script.OnTry<int>(number =>
            {
                script.From.Tell($"took {number}");
                return true;
            });
        }));

        actor.Tell(1);

        ExpectMsg("took 1");
    }

    [Fact]
    public void A_handler_of_a_base_type_takes_what_derives_from_it()
    {
        var actor = Sys.ActorOf(Scripted.Props(script => script.On<Exception>(e => script.From.Tell(e.GetType().Name))));

        actor.Tell(new ArgumentNullException());

        ExpectMsg(nameof(ArgumentNullException));
    }

    [Fact]
    public void ReceiveAny_takes_what_nobody_else_took()
    {
        var actor = Sys.ActorOf(Scripted.Props(script =>
        {
            script.On<int>(_ => script.From.Tell("int"));
            script.OnAny(_ => script.From.Tell("any"));
        }));

        actor.Tell("text");
        actor.Tell(1);

        ExpectMsg("any");
        ExpectMsg("int");
    }

    [Fact]
    public void After_a_handler_for_everything_no_other_can_be_added()
    {
        Sys.ActorOf(Scripted.Props(script =>
        {
            script.OnAny(_ => { });
            TestActor.Tell(Assert.Throws<InvalidOperationException>(() => script.On<int>(_ => { })));
        }));

        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void Handlers_cannot_be_added_while_a_message_is_handled()
    {
        var actor = Sys.ActorOf(Scripted.Props(script => script.On<string>(_ =>
            TestActor.Tell(Assert.Throws<InvalidOperationException>(() => script.On<int>(_ => { }))))));

        actor.Tell("x");

        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void A_message_without_a_handler_is_published_as_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create<Deaf>());

        actor.Tell("nobody listens");

        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal("nobody listens", unhandled.Message);
        Assert.Equal(actor, unhandled.Recipient);
        Assert.Equal(TestActor, unhandled.Sender);
    }

    [Fact]
    public void An_actor_may_decide_itself_what_becomes_of_the_unhandled()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Picky(TestActor)));

        actor.Tell(1);

        ExpectMsg("not handled: 1");
    }

    private sealed class Picky(IActorRef probe) : ReceiveActor
    {
        protected override void Unhandled(object message) => probe.Tell($"not handled: {message}");
    }
}
