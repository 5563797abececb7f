using System.Collections.Immutable;
using BatchRunner.Core.Api;

namespace BatchRunner.Core.Watching;

/// <summary>All runs that are being followed, and what was learned about CoreClaw's run list. Pure.</summary>
public sealed record WatchBoard
{
    /// <summary>How often, and for how long, CoreClaw must say that it does not know a run: a lagging replica says so of a new one.</summary>
    private const int LooksUntilGone = 3;

    private static readonly TimeSpan TimeUntilGone = TimeSpan.FromSeconds(60);

    /// <summary>How long a new run may be missing from a list that lags behind.</summary>
    public static readonly TimeSpan ListLag = TimeSpan.FromSeconds(5);

    private const double Smoothing = 0.2;

    public static readonly WatchBoard Empty = new();

    public ImmutableDictionary<string, WatchedRun> Runs { get; private init; } = ImmutableDictionary<string, WatchedRun>.Empty;

    /// <summary>Whether the list begins with the newest run, as it is believed to; learned from each page.</summary>
    public bool IsNewestFirst { get; private init; } = true;

    /// <summary>Runs in the whole list when it was last read.</summary>
    public long ListTotal { get; private init; }

    /// <summary>How long runs of this batch live, as seen, smoothed; null before the first end.</summary>
    public TimeSpan? UsualLife { get; private init; }

    public WatchBoard Watch(string slug, DateTimeOffset since) => this with { Runs = Runs.SetItem(slug, new WatchedRun(slug, since)) };

    public WatchBoard Forget(string slug) => this with { Runs = Runs.Remove(slug) };

    /// <summary>Takes in a page of the run list.</summary>
    /// <param name="page">The page.</param>
    /// <param name="opensRound">Whether it is the first page of a round: what it leaves out is missing. Later pages only find.</param>
    /// <param name="askedAt">When it was asked for: runs younger than that cannot be missing from it.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The board, and the runs that are over.</returns>
    public (WatchBoard Board, IReadOnlyList<RunReport> Over) Saw(RunPage page, bool opensRound, DateTimeOffset askedAt, DateTimeOffset now)
    {
        var (board, over) = Saw(page.Runs, now);
        board = board with { IsNewestFirst = NewestFirst(page.Runs) ?? IsNewestFirst, ListTotal = page.Total };
        var shown = page.Runs.Select(run => run.Slug).ToHashSet(StringComparer.Ordinal);
        return (opensRound ? board.Missed(shown, askedAt, now) : board, over);
    }

    /// <summary>The list could not be read: nothing older than its lag was seen in it.</summary>
    public WatchBoard SawNoList(DateTimeOffset askedAt, DateTimeOffset now) => Missed(new HashSet<string>(StringComparer.Ordinal), askedAt, now);

    /// <summary>CoreClaw said that it does not know the run.</summary>
    /// <returns>The board, and whether that is to be believed by now; then the run is followed no longer.</returns>
    public (WatchBoard Board, bool IsGone) SawNot(string slug, DateTimeOffset now)
    {
        if (!Runs.TryGetValue(slug, out var run))
        {
            return (this, false);
        }

        run = run with { UnknownLooks = run.UnknownLooks + 1, UnknownSince = run.UnknownSince ?? now };
        return run.UnknownLooks >= LooksUntilGone && now - run.UnknownSince >= TimeUntilGone
            ? (Forget(slug), true)
            : (this with { Runs = Runs.SetItem(slug, run) }, false);
    }

    /// <summary>Takes in what CoreClaw says about some runs; runs that are not followed are passed over.</summary>
    public (WatchBoard Board, IReadOnlyList<RunReport> Over) Saw(IEnumerable<RunReport> reports, DateTimeOffset now)
    {
        var board = this;
        var over = new List<RunReport>();
        foreach (var report in reports)
        {
            if (!board.Runs.TryGetValue(report.Slug, out var run))
            {
                continue;
            }

            var grace = WatchedRun.GraceOf(report);
            if (report.Status.IsTerminal() || (grace is not null && now - (run.RestingSince ?? now) >= grace))
            {
                over.Add(report);
                board = board.Forget(report.Slug) with { UsualLife = Smooth(board.UsualLife, now - run.Since) };
            }
            else
            {
                var since = grace is null ? (DateTimeOffset?)null : run.RestingSince ?? now;
                board = board with { Runs = board.Runs.SetItem(run.Slug, new WatchedRun(run.Slug, run.Since) { RestingSince = since }) };
            }
        }

        return (board, over);
    }

    private WatchBoard Missed(HashSet<string> shown, DateTimeOffset askedAt, DateTimeOffset now) =>
        this with
        {
            Runs = Runs.SetItems(Runs.Values
                .Where(run => !shown.Contains(run.Slug) && run.Since + ListLag < askedAt && run.MissedAt is null)
                .Select(run => KeyValuePair.Create(run.Slug, run with { MissedAt = now }))),
        };

    private static TimeSpan Smooth(TimeSpan? usual, TimeSpan life) => usual is { } known ? known + ((life - known) * Smoothing) : life;

    /// <summary>Null where the page does not tell: slugs sort by creation.</summary>
    private static bool? NewestFirst(IReadOnlyList<RunReport> runs) =>
        runs.Count < 2 ? null : string.CompareOrdinal(runs[0].Slug, runs[^1].Slug) > 0;
}
