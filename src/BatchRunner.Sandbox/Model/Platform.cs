namespace BatchRunner.Sandbox.Model;

/// <summary>
/// CoreClaw without HTTP. Safe for many threads: one lock around everything. It has no timers; whoever calls brings it
/// up to the present first.
/// </summary>
internal sealed class Platform
{
    /// <summary>Run <c>past-x</c> stands for an old run of task <c>x</c>, from before the sandbox began: it can be rerun.</summary>
    private const string Past = "past-";

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly ulong _seed;
    private readonly RunArchive _runs = new();
    private readonly SubjectBook _subjects;
    private readonly Slots _slots;
    private readonly Timeline _timeline;
    private readonly Starter _starter;
    private readonly RateLimit _rate;
    private DateTimeOffset _now = DateTimeOffset.MinValue;
    private long _reads;
    private long _replies;

    public Platform(Scenario scenario, int seed, TimeProvider time)
    {
        Scenario = scenario;
        _time = time;
        _seed = Dice.Seed(0, "platform", seed);
        _subjects = new SubjectBook(scenario, Workers);
        _slots = new Slots(scenario.Plan);
        _timeline = new Timeline(_slots, scenario.Switches, OnEnded);
        _starter = new Starter(scenario, _seed, Workers, _runs, _slots, _timeline);
        _rate = new RateLimit(scenario, Advance());
        foreach (var task in scenario.Tasks)
        {
            _subjects.Task(task);
        }

        for (var i = 0; i < scenario.Foreign?.Runs; i++)
        {
            _starter.StartForeign(_now);
        }
    }

    public Scenario Scenario { get; }

    public WorkerCatalog Workers { get; } = new();

    /// <summary>The clock as it stands; nothing is brought up to it.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>How long the next reply takes to leave; null = at once.</summary>
    public TimeSpan? Latency() => Scenario.Latency is { } span
        ? TimeSpan.FromMilliseconds(Dice.Thrown(_seed, "latency", Interlocked.Increment(ref _replies)).Pick(span))
        : null;

    /// <summary>Counts one call against the rate.</summary>
    public RateVerdict Admit()
    {
        lock (_gate)
        {
            return _rate.Ask(Advance());
        }
    }

    /// <summary>Null where this read goes well.</summary>
    public ReplyTrouble? TroubleOfRead()
    {
        if (Scenario.ReadTrouble is not { Chance: > 0 } trouble)
        {
            return null;
        }

        return Dice.Thrown(_seed, "read", Interlocked.Increment(ref _reads)).Falls(trouble.Chance)
            ? new ReplyTrouble.Replaced(trouble.Status, trouble.Html)
            : null;
    }

    public StartReply StartTask(string taskId)
    {
        lock (_gate)
        {
            return _starter.Start(_subjects.Task(taskId), rerunOf: null, Advance());
        }
    }

    public StartReply StartWorker(string workerId)
    {
        lock (_gate)
        {
            var worker = Workers.Find(workerId) ?? throw RefusalException.NoWorker();
            return _starter.Start(_subjects.Worker(worker), rerunOf: null, Advance());
        }
    }

    public StartReply Rerun(RunAddress address)
    {
        lock (_gate)
        {
            Advance();
            if (address.Slug is { } slug && slug.StartsWith(Past, StringComparison.Ordinal))
            {
                return _starter.Start(_subjects.Task(slug[Past.Length..]), slug, _now);
            }

            var original = Locate(address);
            var subject = original.Foreign ? _subjects.Worker(original.Subject.Worker) : original.Subject;
            return _starter.Start(subject, original.Slug, _now);
        }
    }

    public void Abort(RunAddress address)
    {
        lock (_gate)
        {
            Advance();
            var run = Locate(address);
            if (!_timeline.Abort(run, _now))
            {
                throw new RefusalException(Codes.RunFailed, 400, null, [$"run is {run.State.Text()}"]);
            }
        }
    }

    public RunView Find(RunAddress address)
    {
        lock (_gate)
        {
            Advance();
            return RunView.Of(Locate(address), _now);
        }
    }

    public (int Total, RunView[] Page) List(RunFilter filter)
    {
        lock (_gate)
        {
            Advance();
            var worker = filter.WorkerId is { } id ? Workers.Find(id) ?? throw RefusalException.NoWorker() : null;
            var span = filter.Times is var (start, end) ? MonthSpan.Between(start, end) : MonthSpan.Current(_now);
            var (total, page) = _runs.Page(new RunQuery(filter.Page, filter.Limit, span, worker, filter.State), Scenario.Switches.ListOrder);
            return (total, [.. page.Select(run => RunView.Of(run, _now))]);
        }
    }

    public TaskView Task(string id)
    {
        lock (_gate)
        {
            return TaskView.Of(Existing(_subjects.Task(id)));
        }
    }

    /// <summary>The tasks that exist: those named in the scenario, and those that were asked for.</summary>
    public List<TaskView> Tasks()
    {
        lock (_gate)
        {
            return [.. _subjects.Tasks.Where(static task => !IsMissing(task)).Select(TaskView.Of)];
        }
    }

    public PlatformFacts Facts()
    {
        lock (_gate)
        {
            Advance();
            return new PlatformFacts(
                [.. _runs.All.Where(static run => !run.Foreign).Select(run => RunView.Of(run, _now))],
                new Dictionary<string, int>(_starter.PerTask),
                _timeline.Ready,
                _timeline.Running,
                _slots.PeakOwn,
                _slots.Taken - _slots.Own,
                _starter.Reruns,
                _starter.LostReplies,
                _rate.Early);
        }
    }

    private static Subject Existing(Subject task) =>
        IsMissing(task) ? throw new RefusalException(task.Rule!.Refuse!.Code, task.Rule.Refuse.Http, task.Rule.Refuse.Message) : task;

    private static bool IsMissing(Subject task) => task.Rule?.Refuse?.Code == Codes.TaskNotFound;

    private Run Locate(RunAddress address)
    {
        if (address.Slug is { } slug)
        {
            return _runs.Find(slug) ?? throw RefusalException.NoRun();
        }

        var worker = address.WorkerId is { } id ? Workers.Find(id) ?? throw RefusalException.NoWorker() : null;
        return _runs.Last(worker) ?? throw RefusalException.NoRun();
    }

    private void OnEnded(Run run, DateTimeOffset at)
    {
        if (run.Foreign)
        {
            _starter.StartForeign(at);
        }
    }

    /// <summary>Brings everything up to the present. Time never runs backwards here, whatever the clock does.</summary>
    private DateTimeOffset Advance()
    {
        var now = _time.GetUtcNow();
        _now = now > _now ? now : _now;
        _timeline.AdvanceTo(_now);
        return _now;
    }
}
