using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Doubts;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Pacing;
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
internal sealed class RunActor : ReceiveActor, IWithTimers, IWithStash
{
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
        _chance = new Random(HashCode.Combine(services.Seed, row.Number));
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
        Receive<AbortFailed>(m => _services.Aggregator.Tell(
            new AggregatorProtocol.Notice($"row {_row.Number}: the overdue run could not be aborted: {m.Why}")));
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
        if (state.Phase == RowPhase.Live)
        {
            _services.Throttle.Tell(new ThrottleProtocol.HoldSlot(_row.Number));
        }

        Follow(_machine.TakeUp(state));
        Stash.UnstashAll();
    }

    private void OnStartGranted(ThrottleProtocol.StartGranted granted)
    {
        _permit = granted.Permit;
        Follow(_machine.Decide(_state, new RunInput.StartGranted(), Now));
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

    /// <summary>What is durable is news: the throttle's slots follow it, and the aggregator counts it.</summary>
    private void TellOthers(RowEvent e)
    {
        _services.Aggregator.Tell(e);
        switch (e)
        {
            case RowEvent.RunStarted { Adopted: true }:
                _services.Throttle.Tell(new ThrottleProtocol.StartSettled(_row.Number));
                _services.Throttle.Tell(new ThrottleProtocol.HoldSlot(_row.Number));
                break;
            case RowEvent.RunStarted or RowEvent.StartWithdrawn or RowEvent.StartLost:
                _services.Throttle.Tell(new ThrottleProtocol.StartSettled(_row.Number));
                break;
            case RowEvent.RunEnded or RowEvent.RowEnded:
                _services.Throttle.Tell(new ThrottleProtocol.ReleaseSlot(_row.Number));
                break;
        }
    }

    private void OnJournalFailed(JournalFailed failed) =>
        throw new InvalidOperationException($"row {_row.Number}: the journal failed: {failed.Error.Message}", failed.Error);

    private void CarryOut(IReadOnlyList<RunEffect> effects)
    {
        foreach (var effect in effects)
        {
            CarryOut(effect);
        }
    }

    private void CarryOut(RunEffect effect)
    {
        var stopping = _stopping.Token;
        switch (effect)
        {
            case RunEffect.AskForStart { Delay.Ticks: 0 }:
                AskForStart();
                break;
            case RunEffect.AskForStart ask:
                Timers.StartSingleTimer(nameof(StartDue), new StartDue(), Backoff.Jittered(ask.Delay, _chance.NextDouble()));
                break;
            case RunEffect.SendStart send:
                _permit!.StartAsync(send.Order, stopping).PipeTo(
                    Self, success: slug => new RunInput.StartAnswered(slug), failure: error => new RunInput.StartFailed(FailureOf(error)));
                break;
            case RunEffect.Follow follow:
                _services.Watcher.Tell(new WatcherProtocol.Watch(follow.RunSlug, follow.Since));
                if (follow.Timeout is { } timeout)
                {
                    var left = follow.Since + timeout - Now;
                    Timers.StartSingleTimer(nameof(RunInput.TimeoutDue), new RunInput.TimeoutDue(), left > TimeSpan.Zero ? left : TimeSpan.Zero);
                }

                break;
            case RunEffect.LookUp:
                _services.Doubts.Tell(new DoubtProtocol.LookUp(_row, _state));
                break;
            case RunEffect.Explain explain:
                _services.Api.GetLogAsync(explain.Report.Slug, stopping).PipeTo(
                    Self, success: log => new RunInput.Explained(FailureReason.From(log, explain.Report)),
                    failure: _ => new RunInput.Explained(explain.Report));
                break;
            case RunEffect.Abort abort:
                _services.Api.AbortAsync(abort.RunSlug, stopping).PipeTo(Self, failure: error => new AbortFailed(error.Message));
                break;
            case RunEffect.Collect collect:
                _services.Collector.CollectAsync(_row, collect.RunSlug, collect.Format, stopping).PipeTo(
                    Self, success: path => new RunInput.Collected(path), failure: error => new RunInput.CollectFailed(FailureOf(error)));
                break;
            case RunEffect.HaltBatch halt:
                Context.Parent.Tell(new RunProtocol.AccountRefused(halt.Failure));
                StopShelved();
                break;
            case RunEffect.Finish:
                Context.Parent.Tell(new RunProtocol.RowFinished(_row.Number, _state.Status!.Value));
                Context.Stop(Self);
                break;
        }
    }

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

    private static ApiFailure FailureOf(Exception error) =>
        (error as CoreClawException)?.Failure
        ?? new ApiFailure.Malformed(new CallFacts("-", "-", error.Message));

    private sealed record StartDue : ISelfMessage;

    private sealed record Recorded(Decision Decision) : ISelfMessage;

    private sealed record JournalFailed(Exception Error) : ISelfMessage;

    private sealed record AbortFailed(string Why) : ISelfMessage;
}
