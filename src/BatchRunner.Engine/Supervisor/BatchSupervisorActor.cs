using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Summary;
using BatchRunner.Engine.Aggregator;
using BatchRunner.Engine.Run;
using BatchRunner.Engine.Throttle;
using static BatchRunner.Engine.Supervisor.BatchProtocol;

namespace BatchRunner.Engine.Supervisor;

// Idle -RunBatch-> Checking -account answers-> Running -no row left-> Summing -SummaryWritten-> stopped
//                     |                         |  ^ '-AccountRefused: starts nothing more-.
//                     |                         |  '---------------------------------------'
//                     |                         '-Interrupt, FollowingRefused-> Settling -StartingStopped or time up-> Summing
//                     '-account refused-> Summing
internal sealed partial class BatchSupervisorActor : ReceiveActor, IWithTimers
{
    /// <summary>How long an interrupted batch waits for the answers to starts under way: it must be gone within 2 s.</summary>
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(1);

    /// <summary>Rows in memory, waiting for reruns and downloads included, where the user allows no more runs than that.</summary>
    private const int MostRows = 1000;

    private readonly BatchJob _job;
    private readonly Crew _crew;
    private readonly LiveRows _rows;
    private readonly RowReader _reader;
    private readonly DateTimeOffset _startedAt;
    private readonly int _mostRows;
    private readonly CancellationTokenSource _stopping = new();
    private IActorRef _client = ActorRefs.Nobody;
    private readonly HashSet<IActorRef> _deadCrew = [];
    private int? _stopCode;

    public BatchSupervisorActor(BatchJob job)
    {
        _job = job;
        _startedAt = job.Time.GetUtcNow();
        _mostRows = job.Slots.Ceiling == int.MaxValue ? MostRows : Math.Max(MostRows, 2 * job.Slots.Ceiling);
        _reader = new RowReader(job.Batch);
        _crew = Crew.Hire(Context, job);
        _rows = new LiveRows(Context, _crew.RunServices);
        Receive<RunBatch>(_ => OnRunBatch());
        Receive<ThrottleProtocol.StartsWanted>(m => _reader.Want(m.Count));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>Never Restart: a restarted row would start its run twice.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(error =>
    {
        Notify($"inside this program: {error.Message}");
        return Directive.Stop;
    });

    protected override void PostStop()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _reader.CloseAsync().AsTask().PipeTo(ActorRefs.Nobody);
    }

    private void Checking()
    {
        Receive<ThrottleProtocol.StartsWanted>(m => _reader.Want(m.Count));
        Receive<AccountAccepted>(_ => OnAccountAccepted());
        Receive<AccountUnknown>(m => OnAccountUnknown(m.Error));
        Receive<Interrupt>(m => Sum(m.ExitCode));
        Receive<Terminated>(OnTerminated);
    }

    private void Running()
    {
        Receive<ThrottleProtocol.StartsWanted>(OnWanted);
        Receive<RowRead>(OnRowRead);
        Receive<ReadingFailed>(OnReadingFailed);
        Receive<RunProtocol.RowFinished>(_ => OnRowDone());
        Receive<RunProtocol.RowShelved>(_ => OnRowDone());
        Receive<RunProtocol.AccountRefused>(m => StopStarting(ExitCodes.AccountRefused, Refusal(m.Failure)));
        Receive<RunProtocol.FollowingRefused>(m => Settle(ExitCodes.AccountRefused, Refusal(m.Failure)));
        Receive<Interrupt>(m => Settle(m.ExitCode, "interrupted: nothing more is started, and living runs are left alone"));
        Receive<ThrottleProtocol.StartingStopped>(_ => { }); // starting was stopped by a refusal; living runs go on
        Receive<Terminated>(OnTerminated);
    }

    private void Settling()
    {
        Receive<ThrottleProtocol.StartingStopped>(_ => Sum(_stopCode));
        Receive<SettleTimeUp>(_ => Sum(_stopCode));
        Receive<Terminated>(m => _deadCrew.Add(m.ActorRef));
        ReceiveAny(_ => { }); // whatever still happens is in the journal, or will be told by CoreClaw
    }

    private void Summing()
    {
        Receive<ThrottleProtocol.Figures>(OnFigures);
        Receive<AggregatorProtocol.SummaryWritten>(m => Answer(new BatchFinished(m.Summary)));
        Receive<AggregatorProtocol.SummaryFailed>(m => Answer(
            new BatchFailed($"the summary could not be written: {m.Error.Message}", ExitCodes.Bug)));
        Receive<Terminated>(m => OnDiedWhileSumming(m.ActorRef));
        ReceiveAny(_ => { }); // the rows are being stopped
    }

    private void OnRunBatch()
    {
        _client = Sender;
        Become(Checking);
        var aggregator = _crew.Aggregator;
        _crew.AccountCheck.CheckAsync(text => aggregator.Tell(new AggregatorProtocol.Notice(text), ActorRefs.NoSender), _stopping.Token).PipeTo(
            Self, success: () => new AccountAccepted(), failure: error => new AccountUnknown(error));
    }

    private void OnWanted(ThrottleProtocol.StartsWanted wanted)
    {
        _reader.Want(wanted.Count);
        ReadOn();
    }

    private void OnAccountAccepted()
    {
        Become(Running);
        ReadOn();
    }

    private void OnAccountUnknown(Exception error)
    {
        if (error is CoreClawException { Failure: ApiFailure.Credentials or ApiFailure.Balance } refused)
        {
            Notify(Refusal(refused.Failure));
            Sum(ExitCodes.AccountRefused);
            return;
        }

        Answer(new BatchFailed($"CoreClaw does not answer as it should, and nothing was started: {error.Message}", ExitCodes.Usage));
    }

    private void ReadOn()
    {
        if (_stopCode is null && _reader.CanRead && _rows.Count < _mostRows)
        {
            _reader.NextAsync().PipeTo(Self, success: row => new RowRead(row), failure: error => new ReadingFailed(error));
        }
    }

    private void OnRowRead(RowRead read)
    {
        _reader.Arrived(isLast: read.Row is null);
        if (read.Row is not null && _stopCode is null)
        {
            _rows.Spawn(read.Row);
            ReadOn();
        }

        EndIfDone();
    }

    private void OnReadingFailed(ReadingFailed failed)
    {
        _reader.Arrived(isLast: true);
        StopStarting(ExitCodes.Bug, $"the batch could not be read on: {failed.Error.Message}");
    }

    private void OnRowDone()
    {
        _rows.Remove(Sender);
        ReadOn();
        EndIfDone();
    }

    private void OnTerminated(Terminated terminated)
    {
        if (_crew.Has(terminated.ActorRef))
        {
            _deadCrew.Add(terminated.ActorRef);
            Settle(ExitCodes.Bug, $"the {terminated.ActorRef.Path.Name} died");
            return;
        }

        if (_rows.Bury(terminated.ActorRef) is { } lost)
        {
            StopStarting(ExitCodes.Bug, $"row {lost.Number} failed again and again inside this program and was given up");
        }
        else if (_stopCode is not null)
        {
            _rows.TellAll(new RunProtocol.Shelve()); // a row that was taken up again has not heard it
        }

        EndIfDone();
    }

    private static string Refusal(ApiFailure failure) =>
        failure is ApiFailure.Balance
            ? $"CoreClaw says that the balance is used up; nothing more is started ({failure.Facts})"
            : $"CoreClaw refuses the key; check CORECLAW_API_KEY or --api-key-file ({failure.Facts})";

    private sealed record AccountAccepted : ISelfMessage;

    private sealed record AccountUnknown(Exception Error) : ISelfMessage;

    private sealed record RowRead(BatchRow? Row) : ISelfMessage;

    private sealed record ReadingFailed(Exception Error) : ISelfMessage;

    private sealed record SettleTimeUp : ISelfMessage;
}
