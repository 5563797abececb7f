using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Pacing;
using BatchRunner.Core.Runs;
using BatchRunner.Engine.Doubt;
using BatchRunner.Engine.Throttle;
using BatchRunner.Engine.Watcher;

namespace BatchRunner.Engine.Run;

// What the row's machine wants done, and whom it concerns what has happened.
internal sealed partial class RunActor
{
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
                Timers.Cancel(nameof(RunInput.TimeoutDue));
                _services.Throttle.Tell(new ThrottleProtocol.ReleaseSlot(_row.Number));
                break;
        }
    }

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
                    Timers.StartSingleTimer(nameof(RunInput.TimeoutDue), new RunInput.TimeoutDue(follow.RunSlug), left > TimeSpan.Zero ? left : TimeSpan.Zero);
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
                _services.Api.AbortAsync(abort.RunSlug, stopping).PipeTo(
                    Self, success: () => new AbortAccepted(), failure: error => new AbortFailed(abort.RunSlug, error.Message));
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

    private static ApiFailure FailureOf(Exception error) =>
        (error as CoreClawException)?.Failure
        ?? new ApiFailure.Malformed(new CallFacts("-", "-", error.Message));
}
