using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Doubts;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Pacing;
using BatchRunner.Core.Summary;

namespace BatchRunner.Core.Runs;

/// <summary>The life of one row, as a pure function: state and input in, events and effects out.</summary>
/// <remarks>
/// <code>
///            StartGranted         StartAnswered            RunOver: succeeded             Collected
///  Waiting ───────────────▶ Starting ───────────▶ Live ───────────────────▶ Collecting ─────────────▶ Ended
///   ▲  ▲   StartFailed: refused │ │ StartFailed:   ▲ │ RunOver: failed, attempts left
///   │  └────────────────────────┘ │ fate unknown   │ │
///   │                             ▼                │ │
///   │                            Lost ─────────────┘ │
///   │                    LookedUp: exactly one run   │
///   └────────────────────────────────────────────────┘
/// </code>
/// Every phase may also end the row: refused for good, in doubt, failed for the last time.
/// An input that does not fit the phase answers something that is over, and is ignored.
/// </remarks>
public sealed class RunMachine(BatchRow row, RunPolicy policy)
{
    private static readonly TimeSpan UnsentDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    /// <summary>What to do with a row whose state was read from the journal, or is fresh. A start without an answer is looked up, never sent.</summary>
    public Decision TakeUp(RowState state, DateTimeOffset now) =>
        state.Phase switch
        {
            RowPhase.Waiting when state.LastReport is { } report && !MayRerun(state, report) => Do(new RunEffect.Explain(report)),
            RowPhase.Waiting => Do(new RunEffect.AskForStart(RerunDelay(state))),
            RowPhase.Starting => Note(new RowEvent.StartLost(row.Number, now, Unanswered)).Then(new RunEffect.LookUp()),
            RowPhase.Lost => Do(new RunEffect.LookUp()),
            RowPhase.Live => Do(FollowRun(state.RunSlug!, state.RunSince!.Value)),
            RowPhase.Collecting => Do(new RunEffect.Collect(state.RunSlug!, policy.CollectFormat ?? "csv")),
            _ => Do(new RunEffect.Finish()),
        };

    public Decision Decide(RowState state, RunInput input, DateTimeOffset now) =>
        (state.Phase, input) switch
        {
            (RowPhase.Waiting, RunInput.StartGranted) =>
                Note(new RowEvent.StartIntended(row.Number, now)).Then(new RunEffect.SendStart(NextOrder(state))),
            (RowPhase.Starting, RunInput.StartAnswered answered) => Started(answered.RunSlug, adopted: false, now),
            (RowPhase.Starting, RunInput.StartFailed failed) => StartFailed(state, failed.Failure, now),
            (RowPhase.Starting or RowPhase.Lost, RunInput.LookedUp { Verdict: DoubtVerdict.Adopt adopt }) =>
                Started(adopt.RunSlug, adopted: true, now),
            (RowPhase.Starting or RowPhase.Lost, RunInput.LookedUp { Verdict: DoubtVerdict.Undecided undecided }) =>
                End(RowStatus.InDoubt, InDoubtNote(state, undecided), now),
            (RowPhase.Live, RunInput.RunOver over) when over.Report.Slug == state.RunSlug => RunOver(state, over.Report, now),
            (RowPhase.Waiting, RunInput.Explained explained) when explained.Report.Slug == state.LastReport?.Slug =>
                End(RowStatus.Failed, RunVerdict.NoteOf(explained.Report, state.IsOverdue), now),
            (RowPhase.Live, RunInput.RunGone gone) => End(RowStatus.Failed, ErrorNote.Of(gone.Failure), now),
            (RowPhase.Live, RunInput.TimeoutDue due) when due.RunSlug == state.RunSlug =>
                state.IsOverdue
                    ? Do(new RunEffect.Abort(due.RunSlug))
                    : Note(new RowEvent.RunOverdue(row.Number, now)).Then(new RunEffect.Abort(due.RunSlug)),
            (RowPhase.Collecting, RunInput.Collected collected) =>
                End(RowStatus.Succeeded, null, now, collected.ResultPath),
            (RowPhase.Collecting, RunInput.CollectFailed { Failure: ApiFailure.Credentials refusal }) =>
                Do(new RunEffect.HaltBatch(refusal)),
            (RowPhase.Collecting, RunInput.CollectFailed failed) =>
                End(RowStatus.Failed, CollectNote(failed.Failure), now),
            _ => Decision.None,
        };

    private static ErrorNote Unanswered => new(ErrorWords.LostReply, "the program ended before the answer came");

    private bool MayRerun(RowState state, RunReport report) =>
        report.Status == RunStatus.Failed && !state.IsOverdue && state.Attempts < MaxAttempts;

    private int MaxAttempts => row.MaxAttempts ?? policy.MaxAttempts;

    private Decision Started(string slug, bool adopted, DateTimeOffset now) =>
        Note(new RowEvent.RunStarted(row.Number, now, slug, adopted)).Then(FollowRun(slug, now));

    private RunEffect.Follow FollowRun(string slug, DateTimeOffset since) => new(slug, since, row.Timeout ?? policy.RunTimeout);

    private Decision StartFailed(RowState state, ApiFailure failure, DateTimeOffset now)
    {
        var why = ErrorNote.Of(failure);
        var withdrawn = new RowEvent.StartWithdrawn(row.Number, now, why);
        return failure switch
        {
            ApiFailure.RateLimited or ApiFailure.PlanLimited => Note(withdrawn with { Why = null }).Then(new RunEffect.AskForStart(TimeSpan.Zero)),
            ApiFailure.Credentials or ApiFailure.Balance => Note(withdrawn).Then(new RunEffect.HaltBatch(failure)),
            ApiFailure.NotSent when state.UnsentStarts + 1 >= policy.MaxUnsentStarts =>
                new Decision([withdrawn, new RowEvent.RowEnded(row.Number, now, Unstarted(state), why, "")], [new RunEffect.Finish()]),
            ApiFailure.NotSent =>
                Note(withdrawn).Then(new RunEffect.AskForStart(Backoff.Exponential(UnsentDelay, state.UnsentStarts, LongestDelay))),
            ApiFailure.NotFound or ApiFailure.Invalid when state.Attempts == 0 => End(RowStatus.Rejected, why, now),
            ApiFailure.NotFound or ApiFailure.Invalid => End(Ended(state), RerunRefused(state, why), now),
            _ => Note(new RowEvent.StartLost(row.Number, now, why)).Then(new RunEffect.LookUp()),
        };
    }

    private Decision RunOver(RowState state, RunReport report, DateTimeOffset now)
    {
        var ended = new RowEvent.RunEnded(row.Number, now, report);
        var status = RunVerdict.StatusOf(report, state.IsOverdue);
        if (status == RowStatus.Succeeded && policy.CollectFormat is { } format)
        {
            return Note(ended).Then(new RunEffect.Collect(report.Slug, format));
        }

        if (MayRerun(state, report))
        {
            return Note(ended).Then(new RunEffect.AskForStart(RerunDelay(state)));
        }

        return status == RowStatus.Failed && string.IsNullOrWhiteSpace(report.ErrorMessage)
            ? Note(ended).Then(new RunEffect.Explain(report))
            : new Decision(
                [ended, new RowEvent.RowEnded(row.Number, now, status, RunVerdict.NoteOf(report, state.IsOverdue), "")],
                [new RunEffect.Finish()]);
    }

    private StartOrder NextOrder(RowState state) =>
        state.RunSlug is { } last
            ? new StartOrder.Rerun(last, row.CallbackUrl)
            : row.Target switch
            {
                RunTarget.Task task => new StartOrder.RunTask(task.TaskId, row.CallbackUrl),
                RunTarget.Worker worker => new StartOrder.RunWorker(worker.WorkerId, worker.InputJson, worker.Version, row.CallbackUrl),
                RunTarget.Rerun rerun => new StartOrder.Rerun(rerun.RunSlug, row.CallbackUrl),
                _ => throw new InvalidOperationException($"no such target: {row.Target}"),
            };

    private TimeSpan RerunDelay(RowState state) =>
        state.Attempts == 0 ? TimeSpan.Zero : Backoff.Exponential(policy.RerunDelay, state.Attempts - 1, LongestDelay);

    private static RowStatus Unstarted(RowState state) => state.Attempts == 0 ? RowStatus.NotStarted : Ended(state);

    private static RowStatus Ended(RowState state) => RunVerdict.StatusOf(state.LastReport!, state.IsOverdue);

    private static ErrorNote RerunRefused(RowState state, ErrorNote why) =>
        why with { Text = $"{RunVerdict.NoteOf(state.LastReport!, state.IsOverdue)?.Text}; the rerun was refused: {why.Text}" };

    private static ErrorNote InDoubtNote(RowState state, DoubtVerdict.Undecided undecided)
    {
        var lost = state.Error ?? Unanswered;
        return lost with { Text = $"{lost.Text}; {undecided.Reason}" };
    }

    private static ErrorNote CollectNote(ApiFailure failure)
    {
        var why = ErrorNote.Of(failure);
        return new ErrorNote(ErrorWords.CollectFailed, $"the run succeeded, but its results could not be saved: {why.Text}", why.RequestId);
    }

    private Decision End(RowStatus status, ErrorNote? why, DateTimeOffset now, string resultPath = "") =>
        Note(new RowEvent.RowEnded(row.Number, now, status, why, resultPath)).Then(new RunEffect.Finish());

    private static Decision Do(RunEffect effect) => new([], [effect]);

    private static Noted Note(RowEvent e) => new(e);

    private readonly record struct Noted(RowEvent Event)
    {
        public Decision Then(RunEffect effect) => new([Event], [effect]);
    }
}
