using Akka.Actor;
using BatchRunner.Engine.Run;
using BatchRunner.Engine.Throttle;

namespace BatchRunner.Engine.Tests.Run;

/// <summary>Lets every granted start go, and passes on what its permit says.</summary>
internal sealed class Confirming : ReceiveActor
{
    public Confirming(IActorRef throttle)
    {
        Receive<ThrottleProtocol.ConfirmStart>(_ => Sender.Tell(new ThrottleProtocol.CallGranted(TimeSpan.Zero)));
        ReceiveAny(throttle.Forward);
    }
}

/// <summary>Stands for the supervisor: stops what fails, and passes on what its row says.</summary>
internal sealed class ForwardingParent : ReceiveActor
{
    public ForwardingParent(IActorRef listener, RunServices services)
    {
        Context.ActorOf(Props.Create(() => new RunActor(Given.Row(1), services)), "row");
        ReceiveAny(listener.Forward);
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);
}
