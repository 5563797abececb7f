namespace Akka.Actor;

/// <summary>
/// One actor's place in the system: it outlives the instances that a supervisor creates in it. Everything here runs on one thread at a
/// time, the one that executes the cell; only the two queues and the scheduling flag are shared.
/// </summary>
internal sealed partial class ActorCell : IActorContext
{
    [ThreadStatic]
    private static ActorCell? _current;

    private readonly LocalActorRef _self;
    private readonly MessageDispatcher _dispatcher;
    private ActorBase? _actor;
    private Behaviours? _behaviours;

    public ActorCell(ActorSystem system, LocalActorRef self, Props props, IInternalActorRef parent)
    {
        System = system;
        Props = props;
        ParentRef = parent;
        Sender = system.DeadLetters;
        _self = self;
        _dispatcher = system.DispatcherOf(props);
        self.Cell = this;
    }

    /// <summary>The cell that runs on this thread.</summary>
    public static ActorCell? Current
    {
        get => _current;
        set => _current = value;
    }

    public ActorSystem System { get; }

    public Props Props { get; }

    public IInternalActorRef ParentRef { get; }

    public IActorRef Self => _self;

    public IActorRef Sender { get; private set; }

    public IActorRef Parent => ParentRef;

    public object? CurrentMessage { get; set; }

    /// <summary>Counts deliveries, so that a stash can tell the same delivery from an equal message.</summary>
    public int Delivery { get; private set; }

    private Type ActorType => _actor?.GetType() ?? Props.Type;

    public void Become(Func<object, bool> receive) => _behaviours = new Behaviours(receive, _behaviours?.Below);

    public void BecomeStacked(Func<object, bool> receive) => _behaviours = new Behaviours(receive, _behaviours);

    public void UnbecomeStacked() => _behaviours = _behaviours?.Below;

    private ActorBase NewActor()
    {
        _behaviours = null;
        var actor = Props.NewActor();
        actor.Incarnate(this);
        return actor;
    }

    /// <summary>Takes leave of an instance. Whatever timers it started, in its last words or before it failed to start, end here.</summary>
    private void ClearActor()
    {
        (_actor as IWithTimers)?.Timers?.CancelAll();
        _actor?.Clear(_self);
        _behaviours = null;
        CurrentMessage = null;
    }

    /// <summary>The behaviours above the first one, which is the actor's own and never leaves.</summary>
    private sealed record Behaviours(Func<object, bool> Receive, Behaviours? Below);
}
