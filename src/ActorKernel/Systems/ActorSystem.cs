using System.Collections.Concurrent;
using System.Globalization;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The actors of a program: those of the user live under /user.</summary>
public sealed class ActorSystem : IActorRefFactory, IDisposable
{
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = [];
    private readonly MessageDispatcher _dispatcher = new ThreadPoolDispatcher();
    private readonly LocalActorRef _user;
    private readonly LocalActorRef _system;
    private readonly ActorPath _temp;
    private long _asked;

    internal ActorSystem(string name, IScheduler? scheduler)
    {
        Name = name;
        var root = new ActorPath(name);
        RootRef = new RootGuardian(this, root);
        _temp = new ActorPath(root, "temp", ActorNames.NextUid());
        DeadLetterRef = new DeadLetterActorRef(this, new ActorPath(root, "deadLetters", ActorNames.NextUid()));
        Scheduler = scheduler ?? new SystemScheduler(this, TimeProvider.System);
        Log = new EventStreamLogging(this, name, typeof(ActorSystem));
        _system = StartGuardian(root, "system");
        _user = StartGuardian(root, "user");
    }

    public string Name { get; }

    public IActorRef DeadLetters => DeadLetterRef;

    public EventStream EventStream { get; } = new();

    public IScheduler Scheduler { get; }

    public ILoggingAdapter Log { get; }

    /// <summary>Done when every actor has stopped.</summary>
    public Task WhenTerminated => _terminated.Task;

    internal DeadLetterActorRef DeadLetterRef { get; }

    internal RootGuardian RootRef { get; }

    /// <summary>The dispatchers that props may name.</summary>
    internal ConcurrentDictionary<string, MessageDispatcher> Dispatchers { get; } = new(StringComparer.Ordinal);

    public static ActorSystem Create(string name) => new(name, null);

    public IActorRef ActorOf(Props props, string? name = null) => _user.Cell.ActorOf(props, name);

    public void Stop(IActorRef actor) => (actor as IInternalActorRef)?.Stop();

    /// <summary>Runs the coordinated shutdown, at the end of which all actors stop: those of the user first, then those of the system.</summary>
    public Task Terminate()
    {
        _ = CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        return WhenTerminated;
    }

    public void RegisterOnTermination(Action code) => _ =
        WhenTerminated.ContinueWith(_ => code(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    /// <summary>Begins to terminate, without waiting.</summary>
    public void Dispose() => _ = Terminate();

    internal IActorRef SystemActorOf(Props props, string name) => _system.Cell.ActorOf(props, name);

    internal void StopGuardians() => _user.Stop();

    internal void GuardianStopped(IActorRef guardian)
    {
        if (guardian.Equals(_user))
        {
            _system.Stop();
        }
        else
        {
            (Scheduler as IDisposable)?.Dispose();
            _terminated.TrySetResult();
        }
    }

    internal ActorPath TempPath() =>
        new(_temp, "$" + Interlocked.Increment(ref _asked).ToString(CultureInfo.InvariantCulture), ActorNames.NextUid());

    internal MessageDispatcher DispatcherOf(Props props) =>
        props.Dispatcher.Length == 0 ? _dispatcher
        : Dispatchers.TryGetValue(props.Dispatcher, out var dispatcher) ? dispatcher
        : throw new InvalidOperationException($"Dispatcher [{props.Dispatcher}] not configured for {props.Type}");

    /// <summary>One instance of its kind for each system.</summary>
    internal T Extension<T>(Func<T> create)
        where T : class => (T)_extensions.GetOrAdd(typeof(T), _ => new Lazy<object>(create)).Value;

    private LocalActorRef StartGuardian(ActorPath root, string name)
    {
        var guardian = new LocalActorRef(this, new ActorPath(root, name, ActorNames.NextUid()));
        var cell = new ActorCell(this, guardian, Props.Create<Guardian>(), RootRef);
        cell.ExpectManyParents();
        cell.PostSystem(new Create());
        return guardian;
    }
}
