using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Ends a system in phases. The tasks of one phase run side by side, and the next phase begins when all are done. A task that fails or
/// takes longer than its phase may (5 s, for the end of the actors 10 s) is logged, and the shutdown goes on.
/// </summary>
public sealed class CoordinatedShutdown
{
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";
    public const string PhaseServiceUnbind = "service-unbind";
    public const string PhaseServiceRequestsDone = "service-requests-done";
    public const string PhaseServiceStop = "service-stop";
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private static readonly string[] Phases =
    [
        PhaseBeforeServiceUnbind, PhaseServiceUnbind, PhaseServiceRequestsDone, PhaseServiceStop,
        PhaseBeforeActorSystemTerminate, PhaseActorSystemTerminate,
    ];

    private readonly Lock _gate = new();
    private readonly ILoggingAdapter _log;
    private readonly Dictionary<string, List<(string Name, Func<Task<Done>> Task)>> _tasks =
        Phases.ToDictionary(phase => phase, _ => new List<(string, Func<Task<Done>>)>(), StringComparer.Ordinal);

    private Task<Done>? _run;

    private CoordinatedShutdown(ActorSystem system)
    {
        _log = system.Log;
        AddTask(PhaseActorSystemTerminate, "terminate-system", async () =>
        {
            system.StopGuardians();
            await system.WhenTerminated.ConfigureAwait(false);
            return Done.Instance;
        });
    }

    /// <summary>Why the shutdown runs, or null before it does.</summary>
    public Reason? ShutdownReason { get; private set; }

    public static CoordinatedShutdown Get(ActorSystem sys)
    {
        ArgumentNullException.ThrowIfNull(sys);
        return sys.Extension(() => new CoordinatedShutdown(sys));
    }

    /// <summary>Tasks may be added up to the beginning of their phase.</summary>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        lock (_gate)
        {
            if (!_tasks.TryGetValue(phase, out var tasks))
            {
                throw new InvalidOperationException($"Unknown phase [{phase}], known phases [{string.Join(',', Phases)}]");
            }

            tasks.Add((taskName, task));
        }
    }

    /// <summary>Runs once; whoever calls again waits for the same run.</summary>
    public Task<Done> Run(Reason reason)
    {
        lock (_gate)
        {
            ShutdownReason ??= reason;
            return _run ??= Task.Run(RunPhases);
        }
    }

    private async Task<Done> RunPhases()
    {
        foreach (var phase in Phases)
        {
            (string Name, Func<Task<Done>> Task)[] tasks;
            lock (_gate)
            {
                tasks = [.. _tasks[phase]];
            }

            var limit = TimeSpan.FromSeconds(string.Equals(phase, PhaseActorSystemTerminate, StringComparison.Ordinal) ? 10 : 5);
            await Task.WhenAll(tasks.Select(task => RunTask(phase, task.Name, task.Task, limit))).ConfigureAwait(false);
        }

        return Done.Instance;
    }

    private async Task RunTask(string phase, string name, Func<Task<Done>> task, TimeSpan limit)
    {
        try
        {
            await task().WaitAsync(limit).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _log.Warning(e, "Coordinated shutdown phase [{0}]: task [{1}] is not done after {2}: {3}", phase, name, limit, e.Message);
        }
    }

    /// <summary>Why a system ends.</summary>
    public class Reason
    {
        private protected Reason()
        {
        }
    }

    public sealed class UnknownReason : Reason
    {
        public static readonly Reason Instance = new UnknownReason();
    }

    public sealed class ActorSystemTerminateReason : Reason
    {
        public static readonly Reason Instance = new ActorSystemTerminateReason();
    }

    /// <summary>The process or its host ends.</summary>
    public sealed class ClrExitReason : Reason
    {
        public static readonly Reason Instance = new ClrExitReason();
    }
}
