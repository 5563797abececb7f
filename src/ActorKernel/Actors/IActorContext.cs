namespace Akka.Actor;

public interface IActorRefFactory
{
    /// <summary>Creates a child. Its name is free again when the child has terminated and its parent has been told.</summary>
    IActorRef ActorOf(Props props, string? name = null);

    void Stop(IActorRef actor);
}

public interface ICanWatch
{
    /// <summary>Asks for one <see cref="Terminated"/> when the subject is gone, also if it is gone already.</summary>
    IActorRef Watch(IActorRef subject);

    /// <summary>As <see cref="Watch"/>, with another message in place of <see cref="Terminated"/>.</summary>
    IActorRef WatchWith(IActorRef subject, object message);

    IActorRef Unwatch(IActorRef subject);
}

public interface IActorContext : IActorRefFactory, ICanWatch
{
    IActorRef Self { get; }

    IActorRef Sender { get; }

    IActorRef Parent { get; }

    ActorSystem System { get; }

    Props Props { get; }

    /// <summary>The child of that name, or <see cref="ActorRefs.Nobody"/>.</summary>
    IActorRef Child(string name);

    IEnumerable<IActorRef> GetChildren();

    /// <summary>Sends the actor a <see cref="Actor.ReceiveTimeout"/> whenever nothing came in for that long; null ends that.</summary>
    void SetReceiveTimeout(TimeSpan? timeout);
}
