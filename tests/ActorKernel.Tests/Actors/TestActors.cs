using Akka.Actor;

namespace ActorKernel.Tests.Actors;

internal sealed class Echo : ReceiveActor
{
    public Echo()
    {
        ReceiveAny(message => Sender.Tell(message));
    }
}

internal sealed class Deaf : ReceiveActor;

/// <summary>Passes on all it receives, with the sender.</summary>
internal sealed class Relay : ReceiveActor
{
    public Relay(IActorRef target)
    {
        ReceiveAny(target.Forward);
    }
}

/// <summary>Registers whatever handlers a spec wants.</summary>
internal sealed class Scripted : ReceiveActor, IWithTimers, IWithUnboundedStash
{
    public Scripted(Action<Scripted> script)
    {
        script(this);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public IStash Stash { get; set; } = null!;

    public IActorRef Me => Self;

    public IActorRef From => Sender;

    public static Props Props(Action<Scripted> script) => Akka.Actor.Props.Create(() => new Scripted(script));

    public void On<T>(Action<T> handler) => Receive(handler);

    public void On<T>(Action<T> handler, Predicate<T> when) => Receive(handler, when);

    public void On<T>(Predicate<T> when, Action<T> handler) => Receive(when, handler);

    public void OnTry<T>(Func<T, bool> handler) => Receive(handler);

    public void OnAny(Action<object> handler) => ReceiveAny(handler);

    public void OnAsync<T>(Func<T, Task> handler) => ReceiveAsync(handler);

    public new void Become(Action configure) => base.Become(configure);

    public new void BecomeStacked(Action configure) => base.BecomeStacked(configure);

    public void Unbecome() => UnbecomeStacked();
}
