using Akka.Actor;
using BatchRunner.Core.Summary;
using BatchRunner.Engine.Aggregator;
using BatchRunner.Engine.Run;
using BatchRunner.Engine.Throttle;
using static BatchRunner.Engine.Supervisor.BatchProtocol;

namespace BatchRunner.Engine.Supervisor;

// How a batch ends: after its last row, before its time, and with its summary.
internal sealed partial class BatchSupervisorActor
{
    /// <summary>Living runs are followed to their end; rows that wait for a start are left as they are.</summary>
    private void StopStarting(int stopCode, string why)
    {
        Notify(why);
        var isFirst = _stopCode is null;
        _stopCode = ExitCodes.Graver(_stopCode, stopCode);
        if (isFirst)
        {
            _crew.Throttle.Tell(new ThrottleProtocol.StopStarting());
            _rows.TellAll(new RunProtocol.Shelve());
        }

        EndIfDone();
    }

    private void Settle(int stopCode, string why)
    {
        Notify(why);
        _stopCode = ExitCodes.Graver(_stopCode, stopCode);
        Become(Settling);
        _crew.Throttle.Tell(new ThrottleProtocol.StopStarting());
        Timers.StartSingleTimer(nameof(SettleTimeUp), new SettleTimeUp(), SettleTime);
    }

    private void EndIfDone()
    {
        if (_rows.Count == 0 && !_reader.IsReading && (_reader.IsAtEnd || _stopCode is not null))
        {
            Sum(_stopCode);
        }
    }

    private void Sum(int? stopCode)
    {
        _stopCode = stopCode;
        Become(Summing);
        _rows.StopAll();
        Context.Stop(_crew.Watcher);
        if (_deadCrew.Contains(_crew.Throttle))
        {
            OnFigures(ThrottleProtocol.Figures.Unknown);
        }
        else
        {
            _crew.Throttle.Tell(new ThrottleProtocol.ReadFigures());
        }
    }

    private void OnDiedWhileSumming(IActorRef actor)
    {
        if (actor.Equals(_crew.Throttle) || actor.Equals(_crew.Aggregator))
        {
            Answer(new BatchFailed($"the {actor.Path.Name} died while the summary was written", ExitCodes.Bug));
        }
    }

    private void OnFigures(ThrottleProtocol.Figures figures)
    {
        if (_deadCrew.Contains(_crew.Aggregator))
        {
            Answer(new BatchFailed("the aggregator died, so there is no summary", ExitCodes.Bug));
            return;
        }

        _crew.Aggregator.Tell(new AggregatorProtocol.WriteSummary(new SummaryRequest(
            _job.Batch, _job.Directory, _startedAt, _job.Time.GetUtcNow(), figures.PeakConcurrent, figures.PlanLimit,
            _job.Counter.Read(), figures.RateLimited, figures.PlanLimited, figures.Retries, _stopCode)));
    }

    private void Answer(object reply)
    {
        _client.Tell(reply);
        Context.Stop(Self);
    }

    private void Notify(string text) => _crew.Aggregator.Tell(new AggregatorProtocol.Notice(text));
}
