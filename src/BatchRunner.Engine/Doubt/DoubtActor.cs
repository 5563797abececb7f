using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Doubts;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Pacing;

namespace BatchRunner.Engine.Doubt;

// One behaviour: each lost start is looked up by itself, again and again until its verdict stands.
internal sealed class DoubtActor : ReceiveActor, IWithTimers
{
    /// <summary>With the growing waits between them these last about half an hour: as long as the longest gateway outage reported.</summary>
    private const int MaxTries = 60;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly DoubtLookup _lookup;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<int, string?> _workers = [];

    public DoubtActor(ICoreClaw api, IJournal journal, TimeProvider time)
    {
        _lookup = new DoubtLookup(api, journal, time);
        Receive<DoubtProtocol.LookUp>(m => Look(new OpenDoubt(m, Sender, 1, 0)));
        Receive<LookDue>(m => Look(m.Doubt));
        Receive<Looked>(OnLooked);
        Receive<LookFailed>(OnFailed);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PostStop()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void Look(OpenDoubt doubt) =>
        _lookup.LookAsync(doubt.Question, doubt.Looks, new Dictionary<int, string?>(_workers), _stopping.Token).PipeTo(
            Self, success: found => new Looked(doubt, found), failure: error => new LookFailed(doubt, error));

    private void OnLooked(Looked looked)
    {
        var (doubt, found) = (looked.Doubt, looked.Found);
        _workers[doubt.Row] = found.WorkerSlug;
        if (found.Verdict is DoubtVerdict.LookAgain && doubt.Tries < MaxTries)
        {
            LookLater(doubt with { Looks = doubt.Looks + (found.IsSettled ? 1 : 0), Tries = doubt.Tries + 1 });
            return;
        }

        Answer(doubt, found.Verdict is DoubtVerdict.LookAgain
            ? new DoubtVerdict.Undecided("another start that could have created the same run is still without an answer")
            : found.Verdict);
    }

    private void OnFailed(LookFailed failed)
    {
        var next = failed.Doubt with { Tries = failed.Doubt.Tries + 1 };
        if (next.Tries >= MaxTries || failed.Error is CoreClawException { Failure: ApiFailure.Credentials or ApiFailure.Malformed })
        {
            Answer(next, new DoubtVerdict.Undecided($"it could not be looked up: {failed.Error.Message}"));
            return;
        }

        LookLater(next);
    }

    private void LookLater(OpenDoubt doubt) =>
        Timers.StartSingleTimer(doubt.Row, new LookDue(doubt), Backoff.Exponential(FirstWait, doubt.Tries - 1, LongestWait));

    private void Answer(OpenDoubt doubt, DoubtVerdict verdict)
    {
        if (verdict is DoubtVerdict.Adopt)
        {
            _workers.Remove(doubt.Row); // an undecided start stays a rival of the others
        }

        doubt.Asker.Tell(new DoubtProtocol.StartLookedUp(verdict));
    }

    /// <param name="Question">The lost start.</param>
    /// <param name="Asker">Who is answered.</param>
    /// <param name="Looks">Which look comes next, from 1; only looks at a settled picture count.</param>
    /// <param name="Tries">Looks so far, failed ones and unsettled ones among them.</param>
    private sealed record OpenDoubt(DoubtProtocol.LookUp Question, IActorRef Asker, int Looks, int Tries)
    {
        public int Row => Question.Row.Number;
    }

    private sealed record LookDue(OpenDoubt Doubt) : ISelfMessage;

    private sealed record Looked(OpenDoubt Doubt, DoubtLookup.Found Found) : ISelfMessage;

    private sealed record LookFailed(OpenDoubt Doubt, Exception Error) : ISelfMessage;
}
