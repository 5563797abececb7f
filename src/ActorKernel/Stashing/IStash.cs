namespace Akka.Actor;

public readonly record struct Envelope(object Message, IActorRef Sender);

/// <summary>Messages put aside. What is in it when the actor restarts or stops goes back to the mailbox.</summary>
public interface IStash
{
    /// <summary>Puts the current message aside.</summary>
    /// <exception cref="IllegalActorStateException">It has been put aside already.</exception>
    void Stash();

    /// <summary>Returns the oldest message to the front of the mailbox.</summary>
    void Unstash();

    void UnstashAll();

    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Empties the stash and gives back what was in it.</summary>
    IEnumerable<Envelope> ClearStash();
}

public interface IActorStash
{
    IStash Stash { get; set; }
}

public interface IWithUnrestrictedStash : IActorStash;

public interface IWithStash : IWithUnrestrictedStash;

public interface IWithUnboundedStash : IWithUnrestrictedStash;
