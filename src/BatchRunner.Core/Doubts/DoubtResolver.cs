using System.Globalization;
using BatchRunner.Core.Api;

namespace BatchRunner.Core.Doubts;

/// <summary>Decides what became of a lost start. Pure; adopts only where one reading is possible.</summary>
public static class DoubtResolver
{
    /// <summary>Looks before a missing run is taken as not to be found: the run list may lag behind.</summary>
    public const int Looks = 4;

    /// <param name="doubt">The lost start.</param>
    /// <param name="unowned">Runs of the list that no row of this batch owns.</param>
    /// <param name="others">Other starts of this batch whose fate is open.</param>
    /// <param name="look">Which look this is, from 1.</param>
    public static DoubtVerdict Resolve(StartDoubt doubt, IEnumerable<RunReport> unowned, IEnumerable<StartDoubt> others, int look)
    {
        var candidates = unowned.Where(run => IsCandidate(doubt, run)).ToList();
        var rivals = others.Where(other => other.Row != doubt.Row && other.Overlaps(doubt)).Select(other => other.Row).Order().ToList();

        return (candidates.Count, rivals.Count) switch
        {
            (1, 0) when doubt.WorkerSlug is not null => new DoubtVerdict.Adopt(candidates[0].Slug),
            _ when look < Looks => new DoubtVerdict.LookAgain(),
            (0, _) => new DoubtVerdict.Undecided(
                "no run of that moment is in CoreClaw's run list; it may still have been started: look there before running this row again"),
            (_, 0) => new DoubtVerdict.Undecided($"it may be any of the runs {Slugs(candidates)}"),
            _ => new DoubtVerdict.Undecided(
                $"it may be {Slugs(candidates)}, and so may the start of row {string.Join(", ", rivals.Select(row => row.ToString(CultureInfo.InvariantCulture)))}"),
        };
    }

    private static bool IsCandidate(StartDoubt doubt, RunReport run) =>
        RunSlugs.CreatedAt(run.Slug) is { } createdAt
        && doubt.Covers(createdAt)
        && !string.Equals(run.Origin, "web", StringComparison.OrdinalIgnoreCase)
        && (doubt.WorkerSlug is null || run.WorkerSlug is null || string.Equals(run.WorkerSlug, doubt.WorkerSlug, StringComparison.Ordinal));

    private static string Slugs(IEnumerable<RunReport> runs) => string.Join(", ", runs.Select(run => run.Slug).Order(StringComparer.Ordinal));
}
