using Akka.Actor;

namespace ActorKernel.Tests.Actors;

/// <summary>Starts children on demand and supervises them as it was told.</summary>
internal sealed class Boss : ReceiveActor
{
    private readonly SupervisorStrategy _strategy;

    public Boss(SupervisorStrategy strategy)
    {
        _strategy = strategy;
        Receive<Hire>(hire => Sender.Tell(Context.ActorOf(hire.Props, hire.Name)));
        Receive<Fire>(fire => Context.Stop(Context.Child(fire.Name)));
        Receive<CountChildren>(_ => Sender.Tell(Context.GetChildren().Count()));
        Receive<Exception>(failure => throw failure);
        Receive<string>(text => Sender.Tell(text));
    }

    public static Props Props(Func<Exception, Directive> decider) => Props(new OneForOneStrategy(decider));

    public static Props Props(SupervisorStrategy strategy) => Akka.Actor.Props.Create(() => new Boss(strategy));

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    internal sealed record Hire(Props Props, string? Name = null);

    internal sealed record Fire(string Name);

    internal sealed record CountChildren;
}
