using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Calls;
using BatchRunner.Core.Pacing;
using static BatchRunner.Engine.Throttle.ThrottleProtocol;

namespace BatchRunner.Engine.Throttle;

// One behaviour: every message changes what is known, then Pump() grants what may go now, most pressing first,
// and sets one timer for the moment at which more may go.
internal sealed class ThrottleActor : ReceiveActor, IWithTimers
{
    /// <summary>Rows that wait for a start, so that a freed slot never waits for a row to be read.</summary>
    private const int Lookahead = 8;

    private static readonly TimeSpan RetryUnit = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(30);

    private readonly IRunStarter _starter;
    private readonly CallCounter _counter;
    private readonly TimeProvider _time;
    private readonly Random _chance;
    private readonly IActorRef _supervisor;
    private readonly long _epoch;
    private readonly WaitingStarts _starts = new();
    private readonly Queue<IActorRef> _confirming = [];
    private readonly WaitingCalls _calls = new();
    private readonly Slots _slots;
    private Pace _pace;
    private Trouble _trouble = Trouble.None;
    private IActorRef? _stopper;
    private int _rowsAskedFor;
    private long _rateLimited;
    private long _planLimited;
    private long _retries;

    /// <param name="starter">The calls that create runs.</param>
    /// <param name="counter">Counts each start as it is sent.</param>
    /// <param name="pace">Where the pace begins.</param>
    /// <param name="limit">Where the number of slots begins.</param>
    /// <param name="time">The clock.</param>
    /// <param name="chance">Jitters the retries.</param>
    /// <param name="supervisor">Is asked for rows that could wait for a start.</param>
    public ThrottleActor(
        IRunStarter starter, CallCounter counter, Pace pace, SlotLimit limit, TimeProvider time, Random chance, IActorRef supervisor)
    {
        (_starter, _counter, _pace, _time, _chance, _supervisor) = (starter, counter, pace, time, chance, supervisor);
        _slots = new Slots(limit);
        _epoch = time.GetTimestamp();

        Receive<RequestStart>(OnRequestStart);
        Receive<ConfirmStart>(_ => OnConfirmStart());
        Receive<NoStartNeeded>(_ => Changed(() => _rowsAskedFor = Math.Max(0, _rowsAskedFor - 1)));
        Receive<StartEnded>(OnStartEnded);
        Receive<StartSettled>(m => Changed(() => _slots.Settle(m.Row)));
        Receive<HoldSlot>(m => Changed(() => _slots.Hold(m.Row)));
        Receive<ReleaseSlot>(m => Changed(() => _slots.Release(m.Row)));
        Receive<RequestCall>(OnRequestCall);
        Receive<CallEnded>(m => Changed(() => Learn(m.SentAt, m.Failure)));
        Receive<Tick>(_ => Pump());
        Receive<StopStarting>(_ => OnStopStarting());
        Receive<ReadFigures>(_ => Sender.Tell(
            new Figures(_slots.PeakAlive, _slots.PlanLimit, _rateLimited, _planLimited, _retries)));
        Receive<Terminated>(m => OnRowGone(m.ActorRef));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private TimeSpan Now => _time.GetElapsedTime(_epoch);

    protected override void PreStart() => Pump();

    private void OnRequestStart(RequestStart request)
    {
        _rowsAskedFor = Math.Max(0, _rowsAskedFor - 1);
        _starts.Add(new WaitingStart(request.Row, Context.Watch(Sender), Now + CallKind.Start.Patience()));
        Pump();
    }

    private void OnRequestCall(RequestCall request)
    {
        _retries += request.Retry > 0 ? 1 : 0;
        var backoff = request.Retry == 0
            ? TimeSpan.Zero
            : Backoff.Jittered(Backoff.Exponential(RetryUnit, request.Retry - 1, LongestRetry), _chance.NextDouble());
        _calls.Add(Sender, request.Kind, Now, backoff);
        Pump();
    }

    private void OnStartEnded(StartEnded ended)
    {
        _planLimited += ended.Failure is ApiFailure.PlanLimited ? 1 : 0;
        _slots.StartEnded(ended.Row, ended.Failure, ended.SentAt, Now);
        Changed(() => Learn(ended.SentAt, ended.Failure));
    }

    /// <summary>The call was paid for with the grant; only a wait that the server asked for since then holds it back.</summary>
    private void OnConfirmStart()
    {
        if (_pace.IsClosed(Now))
        {
            _confirming.Enqueue(Sender);
            Pump();
        }
        else
        {
            Sender.Tell(new CallGranted(Now));
        }
    }

    private void OnStopStarting()
    {
        _stopper = Sender;
        while (_confirming.TryDequeue(out var waiting))
        {
            waiting.Tell(new StartDenied());
        }

        Pump();
    }

    private void OnRowGone(IActorRef actor)
    {
        _starts.RemoveOf(actor);
        Changed(() => _slots.Abandon(actor));
    }

    /// <summary>What the end of a call says about pace and health.</summary>
    private void Learn(TimeSpan sentAt, ApiFailure? failure)
    {
        switch (failure)
        {
            case ApiFailure.RateLimited limited:
                _rateLimited++;
                _pace = _pace.Refused(sentAt, Now, limited.Facts.RetryAfter);
                _trouble = _trouble.Answered();
                break;
            case ApiFailure.NotSent or ApiFailure.UnknownFate or ApiFailure.TransientRead:
                _trouble = _trouble.Failed(Now);
                break;
            default:
                _pace = _pace.Accepted(Now);
                _trouble = _trouble.Answered();
                break;
        }

        if (failure?.Facts.RetryAfter is { } wait)
        {
            _pace = _pace.Closed(Now + wait);
        }
    }

    private void Changed(Action change)
    {
        change();
        Pump();
    }

    private void Pump()
    {
        var now = Now;
        while (_pace.OpenAt <= now && GrantOne(now))
        {
            _pace = _pace.Sent(now);
        }

        AskForRows();
        if (_stopper is not null && _slots.UnderWay == 0)
        {
            _stopper.Tell(new StartingStopped());
            _stopper = ActorRefs.Nobody;
        }

        WakeAtNext(now);
    }

    private bool GrantOne(TimeSpan now)
    {
        if (_confirming.TryDequeue(out var confirming))
        {
            confirming.Tell(new CallGranted(now));
            return true;
        }

        var call = _calls.Peek(now);
        if (_starts.First is { } start && MayStart(now) && (call is null || start.DueAt <= call.DueAt))
        {
            _starts.Remove(start);
            var permit = new StartPermit(start.Row, _starter, _counter, Self);
            _slots.Reserve(start.Row, start.Asker, permit);
            start.Asker.Tell(new StartGranted(permit));
            return true;
        }

        if (call is null)
        {
            return false;
        }

        _calls.Take().Asker.Tell(new CallGranted(now));
        return true;
    }

    private bool MayStart(TimeSpan now) =>
        _stopper is null
        && now >= _trouble.StartsOpenAt
        && !(_trouble.OneAtATime && _slots.UnderWay > 0)
        && _slots.Admit(now);

    private void AskForRows()
    {
        var wanted = Lookahead - _starts.Count - _rowsAskedFor;
        if (_stopper is null && wanted > 0)
        {
            _rowsAskedFor += wanted;
            _supervisor.Tell(new StartsWanted(wanted));
        }
    }

    private void WakeAtNext(TimeSpan now)
    {
        var moments = new List<TimeSpan>();
        if (_confirming.Count > 0 || _calls.Peek(now) is not null || (_starts.First is not null && MayStart(now)))
        {
            moments.Add(_pace.OpenAt);
        }

        if (_starts.First is not null && _stopper is null)
        {
            moments.Add(_trouble.StartsOpenAt);
            moments.Add(_slots.ProbeAt ?? TimeSpan.Zero);
        }

        moments.Add(_calls.NextReadyAt ?? TimeSpan.Zero);
        if (moments.Where(moment => moment > now).DefaultIfEmpty().Min() is var next && next > now)
        {
            Timers.StartSingleTimer(nameof(Tick), Tick.Instance, next - now);
        }
    }

    private sealed record Tick : ISelfMessage
    {
        public static readonly Tick Instance = new();
    }
}
