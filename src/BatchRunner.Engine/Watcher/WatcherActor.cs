using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Watching;
using BatchRunner.Engine.Aggregator;
using BatchRunner.Engine.Run;

namespace BatchRunner.Engine.Watcher;

// Waiting -RoundDue-> Looking -reply-> Looking … until WatchPlanner has no next look -> Waiting
internal sealed class WatcherActor : ReceiveActor, IWithTimers
{
    private readonly ICoreClaw _api;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<string, IActorRef> _askers = new(StringComparer.Ordinal);
    private readonly IActorRef _aggregator;
    private WatchBoard _board = WatchBoard.Empty;
    private DateTimeOffset _lastRound;
    private Look? _opening;
    private bool _isBlind;
    private bool _hasFailed;

    public WatcherActor(ICoreClaw api, TimeProvider time, IActorRef aggregator)
    {
        (_api, _time, _aggregator) = (api, time, aggregator);
        _lastRound = time.GetUtcNow();
        Waiting();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PostStop()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void Waiting()
    {
        Receive<WatcherProtocol.Watch>(m =>
        {
            Add(m);
            Schedule();
        });
        Receive<RoundDue>(_ =>
        {
            Become(Looking);
            (_opening, _hasFailed) = (WatchPlanner.First(_board), false);
            Take(_opening);
        });
    }

    private void Looking()
    {
        Receive<WatcherProtocol.Watch>(Add);
        Receive<PageSeen>(OnPage);
        Receive<RunSeen>(OnRun);
        Receive<LookFailed>(OnFailed);
    }

    private DateTimeOffset Now => _time.GetUtcNow();

    private void Add(WatcherProtocol.Watch watch)
    {
        _board = _board.Watch(watch.RunSlug, watch.Since);
        _askers[watch.RunSlug] = Sender;
    }

    private void Take(Look look)
    {
        var askedAt = Now;
        _ = look switch
        {
            Look.List list => _api.ListRunsAsync(new RunQuery(list.Page), _stopping.Token).PipeTo(
                Self, success: page => new PageSeen(list, askedAt, page), failure: error => new LookFailed(look, askedAt, error)),
            Look.Detail detail => _api.GetRunAsync(detail.RunSlug, _stopping.Token).PipeTo(
                Self, success: report => new RunSeen(detail, report), failure: error => new LookFailed(look, askedAt, error)),
            _ => throw new InvalidOperationException($"no such look: {look}"),
        };
    }

    private void OnPage(PageSeen seen)
    {
        (_board, var over) = _board.Saw(seen.Page, ReferenceEquals(seen.Look, _opening), seen.AskedAt, Now);
        Tell(over);
        GoOn(seen.Look);
    }

    private void OnRun(RunSeen seen)
    {
        (_board, var over) = _board.Saw([seen.Report], Now);
        Tell(over);
        GoOn(seen.Look);
    }

    private void OnFailed(LookFailed failed)
    {
        var failure = (failed.Error as CoreClawException)?.Failure;
        switch (failed.Look, failure)
        {
            case (_, ApiFailure.Credentials):
                Context.Parent.Tell(new RunProtocol.FollowingRefused(failure));
                EndRound();
                break;
            case (Look.Detail detail, ApiFailure.NotFound):
                OnUnknown(detail, failure);
                break;
            case (Look.Detail, _): // one run that cannot be read must not hide the others
                Warn(failed.Error);
                GoOn(failed.Look);
                break;
            case (Look.List, ApiFailure.TransientRead or ApiFailure.NotSent):
                Warn(failed.Error);
                EndRound();
                break;
            default: // a list that will not get better: each run is asked for by itself
                Warn(failed.Error);
                _board = _board.SawNoList(failed.AskedAt, Now);
                GoOn(new Look.Detail(""));
                break;
        }
    }

    private void OnUnknown(Look.Detail look, ApiFailure failure)
    {
        (_board, var isGone) = _board.SawNot(look.RunSlug, Now);
        if (isGone && _askers.Remove(look.RunSlug, out var asker))
        {
            asker.Tell(new WatcherProtocol.RunGone(failure));
        }

        GoOn(look);
    }

    /// <summary>Told once until a round goes well again.</summary>
    private void Warn(Exception error)
    {
        _hasFailed = true;
        if (!_isBlind)
        {
            _isBlind = true;
            _aggregator.Tell(new AggregatorProtocol.Notice($"the runs cannot be looked at as they should; trying again ({error.Message})"));
        }
    }

    private void Tell(IReadOnlyList<RunReport> over)
    {
        foreach (var report in over)
        {
            if (_askers.Remove(report.Slug, out var asker))
            {
                asker.Tell(new WatcherProtocol.RunSeenOver(report));
            }
        }
    }

    private void GoOn(Look last)
    {
        if (WatchPlanner.Next(_board, last) is { } next)
        {
            Take(next);
        }
        else
        {
            EndRound();
        }
    }

    private void EndRound()
    {
        _isBlind &= _hasFailed;
        _lastRound = Now;
        Become(Waiting);
        Schedule();
    }

    private void Schedule()
    {
        if (WatchPlanner.Wait(_board, Now) is { } wait)
        {
            var left = (_lastRound + wait - Now).Ticks; // a clock that is set back must not stretch the wait
            Timers.StartSingleTimer(nameof(RoundDue), RoundDue.Instance, TimeSpan.FromTicks(Math.Clamp(left, 0, wait.Ticks)));
        }
    }

    private sealed record RoundDue : ISelfMessage
    {
        public static readonly RoundDue Instance = new();
    }

    private sealed record PageSeen(Look.List Look, DateTimeOffset AskedAt, RunPage Page) : ISelfMessage;

    private sealed record RunSeen(Look.Detail Look, RunReport Report) : ISelfMessage;

    private sealed record LookFailed(Look Look, DateTimeOffset AskedAt, Exception Error) : ISelfMessage;
}
