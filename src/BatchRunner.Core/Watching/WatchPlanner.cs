using BatchRunner.Core.Api;

namespace BatchRunner.Core.Watching;

/// <summary>One call that tells how runs stand.</summary>
public abstract record Look
{
    private Look()
    {
    }

    /// <summary>One page of the run list: up to 100 runs, with error texts.</summary>
    public sealed record List(int Page) : Look;

    /// <summary>One run by its slug: for what the list does not show.</summary>
    public sealed record Detail(string RunSlug) : Look;
}

/// <summary>Decides what to look at, and when. Pure.</summary>
/// <remarks>
/// A page of the list costs as much as one detail and tells about a hundred runs and their error texts, so the list is looked
/// at first. A run that it does not show (a new month, a lagging replica, other users' runs filling the page) is asked for by
/// itself, unless so many are missing that the next page is cheaper.
/// </remarks>
public static class WatchPlanner
{
    /// <summary>From this many missing runs on, the next page of the list is cheaper than a detail each.</summary>
    private const int ManyMissing = 3;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>The first look of a round: the page on which the newest runs stand.</summary>
    public static Look First(WatchBoard board) => new Look.List(board.IsNewestFirst ? 1 : LastPage(board));

    /// <summary>The next look of the same round; null where the round is over.</summary>
    /// <param name="board">What is known after the last look.</param>
    /// <param name="last">The last look.</param>
    public static Look? Next(WatchBoard board, Look last)
    {
        var missing = board.Runs.Values.Where(run => run.MissedAt is not null).OrderBy(run => run.Slug, StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        if (last is Look.List list && missing.Count >= ManyMissing)
        {
            var page = board.IsNewestFirst ? list.Page + 1 : list.Page - 1;
            if (page >= 1 && page <= LastPage(board))
            {
                return new Look.List(page);
            }
        }

        var after = last is Look.Detail detail ? detail.RunSlug : "";
        return missing.Find(run => string.CompareOrdinal(run.Slug, after) > 0) is { } next ? new Look.Detail(next.Slug) : null;
    }

    /// <summary>How long to wait before the next round; null where nothing is to be followed.</summary>
    /// <remarks>
    /// About one end per look: runs that live L and of which n are alive end every L/n. One more in the divisor costs little
    /// among many, and lets the last run of a batch be seen half its life earlier. Before the first end is seen, a quarter of
    /// the oldest run's age stands for all that.
    /// </remarks>
    public static TimeSpan? Wait(WatchBoard board, DateTimeOffset now)
    {
        if (board.Runs.IsEmpty)
        {
            return null;
        }

        var wait = board.UsualLife is { } life
            ? life / (board.Runs.Count + 1)
            : (now - board.Runs.Values.Min(run => run.Since)) / 4;
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, ShortestWait.Ticks, LongestWait.Ticks));
    }

    private static int LastPage(WatchBoard board) =>
        (int)Math.Max(1, (board.ListTotal + RunQuery.MaxLimit - 1) / RunQuery.MaxLimit);
}
