using System.Collections.Immutable;
using BatchRunner.Core.Api;

namespace BatchRunner.Core.Watching;

/// <summary>All runs that are being followed, and what was learned about CoreClaw's run list. Pure.</summary>
public sealed record WatchBoard
{
    /// <summary>How long a run may rest in <c>aborting</c> before that is taken as its end: documents disagree whether it is one.</summary>
    public static readonly TimeSpan RestingGrace = TimeSpan.FromSeconds(60);

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
    /// <param name="pageNumber">Its number, from 1.</param>
    /// <param name="askedAt">When it was asked for: runs younger than that cannot be missing from it.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The board, and the runs that are over.</returns>
    public (WatchBoard Board, IReadOnlyList<RunReport> Over) Saw(RunPage page, int pageNumber, DateTimeOffset askedAt, DateTimeOffset now)
    {
        var (board, over) = Saw(page.Runs, now);
        var shown = page.Runs.Select(run => run.Slug).ToHashSet(StringComparer.Ordinal);
        var missing = board.Runs.Values.Where(run => !shown.Contains(run.Slug) && run.Since + ListLag < askedAt && run.MissedAt is null);
        return (
            board with
            {
                IsNewestFirst = NewestFirst(page.Runs) ?? IsNewestFirst,
                ListTotal = Math.Max(page.Total, ((pageNumber - 1L) * RunQuery.MaxLimit) + page.Runs.Count),
                Runs = board.Runs.SetItems(missing.Select(run => KeyValuePair.Create(run.Slug, run with { MissedAt = now }))),
            },
            over);
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

            if (report.Status.IsTerminal() || (WatchedRun.IsResting(report) && now - (run.RestingSince ?? now) >= RestingGrace))
            {
                over.Add(report);
                board = board.Forget(report.Slug) with { UsualLife = Smooth(board.UsualLife, now - run.Since) };
            }
            else
            {
                var since = WatchedRun.IsResting(report) ? run.RestingSince ?? now : (DateTimeOffset?)null;
                board = board with { Runs = board.Runs.SetItem(run.Slug, run with { MissedAt = null, RestingSince = since }) };
            }
        }

        return (board, over);
    }

    private static TimeSpan Smooth(TimeSpan? usual, TimeSpan life) => usual is { } known ? known + ((life - known) * Smoothing) : life;

    /// <summary>Null where the page does not tell: slugs sort by creation.</summary>
    private static bool? NewestFirst(IReadOnlyList<RunReport> runs) =>
        runs.Count < 2 ? null : string.CompareOrdinal(runs[0].Slug, runs[^1].Slug) > 0;
}
