using System.Collections.Concurrent;
using System.Globalization;
using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A test of actors: a system of its own, and an actor that receives for the test and is the sender of what the test tells.</summary>
public abstract partial class TestKitBase
{
    private static int _testActors;
    private readonly BlockingCollection<MessageEnvelope> _queue = [];
    private MessageEnvelope? _last;

    private protected TestKitBase(ActorSystem system, string? name)
    {
        Sys = system;
        system.Dispatchers.TryAdd(CallingThreadDispatcher.Id, new InlineDispatcher());
        var number = Interlocked.Increment(ref _testActors).ToString(CultureInfo.InvariantCulture);
        TestActor = system.SystemActorOf(
            Props.Create(() => new InternalTestActor(_queue)).WithDispatcher(CallingThreadDispatcher.Id), name ?? $"testActor{number}");
        EventFilter = new EventFilterFactory(this);
    }

    public ActorSystem Sys { get; }

    public IActorRef TestActor { get; }

    public EventFilterFactory EventFilter { get; }

    /// <summary>Who sent the message that was taken last.</summary>
    public IActorRef LastSender => _last?.Sender ?? ActorRefs.NoSender;

    public object LastMessage => _last?.Message!;

    public bool HasMessages => _queue.Count > 0;

    public virtual TestProbe CreateTestProbe(string? name = null) => new(Sys, name);

    /// <summary>Makes the test actor watch; see <see cref="ExpectTerminated"/>.</summary>
    public IActorRef Watch(IActorRef actorToWatch)
    {
        TestActor.Tell(new InternalTestActor.StartWatching(actorToWatch));
        return actorToWatch;
    }

    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        TestActor.Tell(new InternalTestActor.EndWatching(actorToUnwatch));
        return actorToUnwatch;
    }

    /// <summary>Ends the system and waits for that, though not for ever.</summary>
    private protected void Shutdown() => Sys.Terminate().Wait(TimeSpan.FromSeconds(5));

    /// <summary>The test's own thread sends as the test actor, also after an await.</summary>
    private protected void BecomeImplicitSender()
    {
        ActorCell.Current = ((LocalActorRef)TestActor).Cell;
        SynchronizationContext.SetSynchronizationContext(new SenderKeepingContext(ActorCell.Current));
    }

    private protected void LeaveThread()
    {
        if (ActorCell.Current == ((LocalActorRef)TestActor).Cell)
        {
            ActorCell.Current = null;
        }
    }
}
