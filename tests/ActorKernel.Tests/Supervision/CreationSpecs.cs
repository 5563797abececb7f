using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Supervision;

public class CreationSpecs : TestKit
{
    [Fact]
    public void A_throw_in_the_constructor_fails_the_initialization()
    {
        var boss = Sys.ActorOf(Boss.Props(cause =>
        {
            TestActor.Tell(cause);
            return Directive.Stop;
        }));
        var hire = CreateTestProbe();
        hire.Send(boss, new Boss.Hire(Props.Create(() => new Stillborn("constructor"))));
        var child = hire.ExpectMsg<IActorRef>();
        hire.Watch(child);

        var failure = ExpectMsg<ActorInitializationException>();

        Assert.Equal("constructor", failure.GetBaseException().Message);
        hire.ExpectTerminated(child);
    }

    [Fact]
    public void A_throw_in_PreStart_fails_the_initialization()
    {
        var boss = Sys.ActorOf(Boss.Props(cause =>
        {
            TestActor.Tell(cause);
            return Directive.Stop;
        }));
        CreateTestProbe().Send(boss, new Boss.Hire(Props.Create(() => new Stillborn("PreStart"))));

        Assert.Equal("PreStart", ExpectMsg<ActorInitializationException>().GetBaseException().Message);
    }

    [Fact]
    public void By_default_an_actor_that_cannot_be_created_is_stopped()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stillborn("constructor")));

        Watch(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_restart_after_a_failed_creation_creates_again()
    {
        var attempts = new Attempts();
        var boss = Sys.ActorOf(Boss.Props(_ => Directive.Restart));
        boss.Tell(new Boss.Hire(Props.Create(() => new SecondTry(attempts))));

        ExpectMsg<IActorRef>().Tell("alive");

        ExpectMsg("alive");
        Assert.Equal(2, attempts.Count);
    }

    [Fact]
    public void A_constructor_that_throws_at_a_restart_stops_the_actor()
    {
        var attempts = new Attempts();
        var actor = Sys.ActorOf(Props.Create(() => new OnlyOnce(attempts)));
        actor.Tell("alive");
        ExpectMsg("alive");
        Watch(actor);

        actor.Tell(new Exception("broken"));

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_throw_in_PreRestart_does_not_prevent_the_restart()
    {
        var actor = Sys.ActorOf(Props.Create<BadLeaver>());

        actor.Tell(new Exception("broken"));
        actor.Tell("alive");

        ExpectMsg("alive");
    }

    [Fact]
    public void An_actor_is_not_made_with_new()
    {
        // By reflection, because the library's own analyzer does not let the word through; on a thread that has no test actor.
        Exception? refused = null;
        var thread = new Thread(() => refused = Record.Exception(() => Activator.CreateInstance<Echo>()));
        thread.Start();
        thread.Join();

        Assert.IsType<ActorInitializationException>(refused!.GetBaseException());
    }

    [Fact]
    public void Props_evaluate_the_arguments_once_and_create_for_each_incarnation()
    {
        var evaluated = 0;
        Func<string> argument = () => $"argument {++evaluated}";
        var actor = Sys.ActorOf(Props.Create(() => new Holder(argument())));

        actor.Tell("what");
        ExpectMsg("argument 1, used 1 times");
        EventFilter.Exception<Exception>("broken").ExpectOne(() => actor.Tell(new Exception("broken")));
        actor.Tell("what");

        ExpectMsg("argument 1, used 1 times");
    }

    [Fact]
    public void Props_accept_only_a_constructor_call()
    {
        Func<Echo> make = () => throw new NotSupportedException();

        Assert.ThrowsAny<Exception>(() => Props.Create(() => make()));
    }

    [Fact]
    public void Props_take_a_type_and_its_arguments()
    {
        var type = typeof(Holder);
        var actor = Sys.ActorOf(Props.Create(type, "given"));
        var other = Sys.ActorOf(Props.Create<Holder>("given, too"));

        actor.Tell("what");
        ExpectMsg("given, used 1 times");
        other.Tell("what");

        ExpectMsg("given, too, used 1 times");
    }

    private sealed class Attempts
    {
        public int Count { get; set; }
    }

    private sealed class Stillborn : ReceiveActor
    {
        private readonly string _where;

        public Stillborn(string where)
        {
            _where = where;
            if (where == "constructor")
            {
                throw new InvalidOperationException(where);
            }
        }

        protected override void PreStart() => throw new InvalidOperationException(_where);
    }

    private sealed class SecondTry : ReceiveActor
    {
        public SecondTry(Attempts attempts)
        {
            if (++attempts.Count == 1)
            {
                throw new InvalidOperationException("first try");
            }

            Receive<string>(text => Sender.Tell(text));
        }
    }

    private sealed class OnlyOnce : ReceiveActor
    {
        public OnlyOnce(Attempts attempts)
        {
            if (++attempts.Count > 1)
            {
                throw new InvalidOperationException("never again");
            }

            Receive<string>(text => Sender.Tell(text));
            Receive<Exception>(failure => throw failure);
        }
    }

    private sealed class BadLeaver : ReceiveActor
    {
        public BadLeaver()
        {
            Receive<string>(text => Sender.Tell(text));
            Receive<Exception>(failure => throw failure);
        }

        protected override void PreRestart(Exception reason, object message) => throw new InvalidOperationException("no goodbye");
    }

    private sealed class Holder : ReceiveActor
    {
        private int _used;

        public Holder(string argument)
        {
            Receive<string>(_ => Sender.Tell($"{argument}, used {++_used} times"));
            Receive<Exception>(failure => throw failure);
        }
    }
}
