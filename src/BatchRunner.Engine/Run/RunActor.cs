using Akka.Actor;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Runs;
using BatchRunner.Engine.Aggregator;
using BatchRunner.Engine.Doubt;
using BatchRunner.Engine.Throttle;
using BatchRunner.Engine.Watcher;

namespace BatchRunner.Engine.Run;

// Loading -RowState-> Deciding -input with events-> Recording -Recorded-> Deciding … until the row has ended
//
// A shell around RunMachine, which holds all decisions: inputs come in as messages, events go to the journal, and only
// when they are durable the state moves on and the effects are carried out. A failing journal stops the actor.
internal sealed partial class RunActor : ReceiveActor, IWithTimers, IWithStash
{
    private static readonly TimeSpan AbortAgainAfter = TimeSpan.FromSeconds(30);

    private readonly BatchRow _row;
    private readonly RunServices _services;
    private readonly RunMachine _machine;
    private readonly Random _chance;
    private readonly CancellationTokenSource _stopping = new();
    private RowState _state;
    private StartPermit? _permit;
    private bool _shelving;

    public RunActor(BatchRow row, RunServices services)
    {
        (_row, _services) = (row, services);
        _machine = new RunMachine(row, services.Policy);
        _chance = new Random(unchecked((services.Seed * 397) ^ row.Number));
        _state = RowState.Fresh(row.Number);
        Loading();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public IStash Stash { get; set; } = null!;

    protected override void PreStart() =>
        _services.Journal.ReadRowAsync(_row.Number, _stopping.Token).PipeTo(Self, failure: error => new JournalFailed(error));

    protected override void PostStop()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void Loading()
    {
        Receive<RowState>(OnLoaded);
        Receive<JournalFailed>(OnJournalFailed);
        ReceiveAny(_ => Stash.Stash());
    }

    private void Deciding()
    {
        Receive<RunInput>(input => Follow(_machine.Decide(_state, input, Now)));
        Receive<ThrottleProtocol.StartGranted>(OnStartGranted);
        Receive<WatcherProtocol.RunSeenOver>(m => Follow(_machine.Decide(_state, new RunInput.RunOver(m.Report), Now)));
        Receive<WatcherProtocol.RunGone>(m => Follow(_machine.Decide(_state, new RunInput.RunGone(m.Failure), Now)));
        Receive<DoubtProtocol.StartLookedUp>(m => Follow(_machine.Decide(_state, new RunInput.LookedUp(m.Verdict), Now)));
        Receive<StartDue>(_ => AskForStart());
        Receive<AbortAccepted>(_ => { }); // that is no end: the run is followed until CoreClaw shows one
        Receive<AbortFailed>(OnAbortFailed);
        Receive<RunProtocol.Shelve>(_ => OnShelve());
    }

    private void Recording()
    {
        Receive<Recorded>(OnRecorded);
        Receive<JournalFailed>(OnJournalFailed);
        ReceiveAny(_ => Stash.Stash());
    }

    private DateTimeOffset Now => _services.Time.GetUtcNow();

    private void OnLoaded(RowState state)
    {
        _state = state;
        Become(Deciding);
        if (state.Phase != RowPhase.Waiting)
        {
            _services.Throttle.Tell(new ThrottleProtocol.NoStartNeeded());
        }

        _services.Throttle.Tell(state.Phase == RowPhase.Live || state.IsStartOpen
            ? new ThrottleProtocol.HoldSlot(_row.Number)
            : new ThrottleProtocol.ReleaseSlot(_row.Number));
        Follow(_machine.TakeUp(state, Now));
        Stash.UnstashAll();
    }

    private void OnStartGranted(ThrottleProtocol.StartGranted granted)
    {
        _permit = granted.Permit;
        Follow(_machine.Decide(_state, new RunInput.StartGranted(), Now));
    }

    /// <summary>Tried again until the run is over: it costs money for as long as it lives.</summary>
    private void OnAbortFailed(AbortFailed failed)
    {
        _services.Aggregator.Tell(new AggregatorProtocol.Notice(
            $"row {_row.Number}: the overdue run {failed.RunSlug} could not be aborted: {failed.Why}"));
        Timers.StartSingleTimer(nameof(RunInput.TimeoutDue), new RunInput.TimeoutDue(failed.RunSlug), AbortAgainAfter);
    }

    private void OnShelve()
    {
        _shelving = true;
        if (_state.Phase == RowPhase.Waiting)
        {
            StopShelved();
        }
    }

    private void Follow(Decision decision)
    {
        if (decision.Events.Count == 0)
        {
            CarryOut(decision.Effects);
            return;
        }

        _services.Journal.AppendAsync(decision.Events, CancellationToken.None)
            .PipeTo(Self, success: () => new Recorded(decision), failure: error => new JournalFailed(error));
        Become(Recording);
    }

    private void OnRecorded(Recorded recorded)
    {
        Become(Deciding);
        foreach (var e in recorded.Decision.Events)
        {
            _state = _state.Apply(e);
            TellOthers(e);
        }

        CarryOut(recorded.Decision.Effects);
        Stash.UnstashAll();
    }

    private void OnJournalFailed(JournalFailed failed) =>
        throw new InvalidOperationException($"row {_row.Number}: the journal failed: {failed.Error.Message}", failed.Error);

    private void AskForStart()
    {
        if (_shelving)
        {
            StopShelved();
            return;
        }

        _services.Throttle.Tell(new ThrottleProtocol.RequestStart(_row.Number));
    }

    private void StopShelved()
    {
        Context.Parent.Tell(new RunProtocol.RowShelved(_row.Number));
        Context.Stop(Self);
    }

    private sealed record StartDue : ISelfMessage;

    private sealed record Recorded(Decision Decision) : ISelfMessage;

    private sealed record JournalFailed(Exception Error) : ISelfMessage;

    private sealed record AbortAccepted : ISelfMessage;

    private sealed record AbortFailed(string RunSlug, string Why) : ISelfMessage;
}
