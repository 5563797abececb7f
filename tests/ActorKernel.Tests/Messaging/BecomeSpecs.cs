using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Messaging;

public class BecomeSpecs : TestKit
{
    [Fact]
    public void Become_replaces_the_behaviour()
    {
        var actor = Machine();

        actor.Tell("become A");
        actor.Tell("who");
        actor.Tell("become B");
        actor.Tell("who");

        ExpectMsg("A");
        ExpectMsg("B");
    }

    [Fact]
    public void A_stacked_behaviour_gives_way_to_the_one_below()
    {
        var actor = Machine();

        actor.Tell("become A");
        actor.Tell("stack B");
        actor.Tell("who");
        actor.Tell("unbecome");
        actor.Tell("who");

        ExpectMsg("B");
        ExpectMsg("A");
    }

    [Fact]
    public void The_first_behaviour_is_never_taken_away()
    {
        var actor = Machine();

        actor.Tell("unbecome");
        actor.Tell("unbecome");
        actor.Tell("who");

        ExpectMsg("start");
    }

    [Fact]
    public void A_replaced_behaviour_is_not_returned_to()
    {
        var actor = Machine();

        actor.Tell("stack A");
        actor.Tell("become B");
        actor.Tell("unbecome");
        actor.Tell("who");

        ExpectMsg("start");
    }

    [Fact]
    public void A_restart_begins_with_the_first_behaviour()
    {
        var actor = Machine();

        actor.Tell("become A");
        EventFilter.Exception<Exception>("broken").ExpectOne(() => actor.Tell("fail"));
        actor.Tell("who");

        ExpectMsg("start");
    }

    private IActorRef Machine() => Sys.ActorOf(Scripted.Props(script => Behave(script, "start")));

    private static void Behave(Scripted script, string name)
    {
        script.On<string>(text =>
        {
            switch (text.Split(' '))
            {
                case ["become", var next]:
                    script.Become(() => Behave(script, next));
                    break;
                case ["stack", var next]:
                    script.BecomeStacked(() => Behave(script, next));
                    break;
                case ["unbecome"]:
                    script.Unbecome();
                    break;
                case ["fail"]:
                    throw new Exception("broken");
                default:
                    script.From.Tell(name);
                    break;
            }
        });
    }
}
