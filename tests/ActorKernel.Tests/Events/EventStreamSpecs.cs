using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Events;

public class EventStreamSpecs : TestKit
{
    [Fact]
    public void A_subscriber_receives_what_is_published()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Dog));

        Sys.EventStream.Publish(new Dog());
        Sys.EventStream.Publish(new Cat());
        Sys.EventStream.Publish(new Dog());

        ExpectMsg<Dog>();
        ExpectMsg<Dog>();
    }

    [Fact]
    public void A_subscription_to_a_type_includes_what_derives_from_it()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Animal));

        Sys.EventStream.Publish(new Dog());
        Sys.EventStream.Publish(new Cat());

        ExpectMsg<Dog>();
        ExpectMsg<Cat>();
    }

    [Fact]
    public void One_can_unsubscribe_from_one_type_or_all()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Dog));
        Sys.EventStream.Subscribe(TestActor, typeof(Cat));
        Sys.EventStream.Unsubscribe(TestActor, typeof(Dog));
        Sys.EventStream.Publish(new Dog());
        Sys.EventStream.Publish(new Cat());
        ExpectMsg<Cat>();

        Sys.EventStream.Unsubscribe(TestActor);
        Sys.EventStream.Publish(new Cat());

        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Subscribing_twice_has_no_effect()
    {
        Assert.True(Sys.EventStream.Subscribe(TestActor, typeof(Dog)));
        Assert.False(Sys.EventStream.Subscribe(TestActor, typeof(Dog)));

        Sys.EventStream.Publish(new Dog());

        ExpectMsg<Dog>();
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_log_of_an_actor_is_published_with_its_level_and_cause()
    {
        var logging = Sys.ActorOf(Props.Create<Talkative>());

        EventFilter.Info("1 and two").ExpectOne(() => logging.Tell("info"));
        EventFilter.Warning(contains: "careful").ExpectOne(() => logging.Tell("warning"));
        EventFilter.Error(start: "it").ExpectOne(() => logging.Tell("error"));
        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => logging.Tell("exception"));
    }

    [Fact]
    public void A_filter_fails_when_nothing_matches()
    {
        var filter = EventFilter.Warning("never said");

        Assert.ThrowsAny<Exception>(() => filter.ExpectOne(TimeSpan.FromMilliseconds(100), () => { }));
    }

    [Fact]
    public void A_filter_can_count()
    {
        var logging = Sys.ActorOf(Props.Create<Talkative>());

        EventFilter.Warning(contains: "careful").Expect(2, () =>
        {
            logging.Tell("warning");
            logging.Tell("warning");
        });
    }

    [Fact]
    public void A_filter_finds_dead_letters()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Echo>()));
        Sys.Stop(actor);
        ExpectTerminated(actor);

        EventFilter.DeadLetter<string>().ExpectOne(() => actor.Tell("lost"));
    }

    private abstract record Animal;

    private sealed record Dog : Animal;

    private sealed record Cat : Animal;

    private sealed class Talkative : ReceiveActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        public Talkative()
        {
            Receive<string>(level =>
            {
                switch (level)
                {
                    case "info":
                        _log.Info("{0} and {1}", 1, "two");
                        break;
                    case "warning":
                        _log.Warning("be careful");
                        break;
                    case "error":
                        _log.Error("it went wrong");
                        break;
                    default:
                        _log.Error(new InvalidOperationException("broken"), "it went wrong");
                        break;
                }
            });
        }
    }
}
