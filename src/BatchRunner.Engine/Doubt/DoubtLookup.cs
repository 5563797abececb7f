using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Doubts;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Runs;

namespace BatchRunner.Engine.Doubt;

/// <summary>One look at what CoreClaw and the journal know about a lost start.</summary>
internal sealed class DoubtLookup(ICoreClaw api, IJournal journal, TimeProvider time)
{
    /// <summary>A bound on one look: a thousand runs of one Worker within a start's own seconds are beyond any plan.</summary>
    private const int MaxPages = 10;

    /// <param name="question">The lost start.</param>
    /// <param name="look">Which look this is, from 1.</param>
    /// <param name="workers">Workers of other lost starts, as far as they are known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Found> LookAsync(
        DoubtProtocol.LookUp question, int look, IReadOnlyDictionary<int, string?> workers, CancellationToken cancellationToken)
    {
        var state = question.State;
        var worker = await FindWorkerAsync(question.Row, state, cancellationToken);
        var doubt = new StartDoubt(question.Row.Number, state.LastSentAt!.Value, state.LostAt ?? time.GetUtcNow(), worker.Slug);
        var runs = await ReadRunsAsync(doubt, worker.Filter, cancellationToken);
        if (worker is { Slug: null, Filter: not null })
        {
            doubt = doubt with { WorkerSlug = runs.Select(run => run.WorkerSlug).FirstOrDefault() };
        }

        var open = await journal.ReadOpenStartsAsync(cancellationToken);
        var others = open.Where(other => other.Row != doubt.Row).Select(other => new StartDoubt(
            other.Row, other.LastSentAt!.Value, other.LostAt ?? time.GetUtcNow(), workers.GetValueOrDefault(other.Row))).ToList();
        var unowned = new List<RunReport>();
        foreach (var run in runs)
        {
            if (!await journal.OwnsRunAsync(run.Slug, cancellationToken))
            {
                unowned.Add(run);
            }
        }

        var unanswered = open.Where(row => row.Phase == RowPhase.Starting).Select(row => row.Row).ToHashSet();
        var settled = !others.Exists(other => unanswered.Contains(other.Row) && other.Overlaps(doubt));
        return new Found(DoubtResolver.Resolve(doubt, unowned, others, look), doubt.WorkerSlug, settled);
    }

    private async Task<(string? Slug, string? Filter)> FindWorkerAsync(BatchRow row, RowState state, CancellationToken cancellationToken)
    {
        if (state.LastReport?.WorkerSlug is { } known)
        {
            return (known, known);
        }

        try
        {
            return await AskForWorkerAsync(row, cancellationToken);
        }
        catch (CoreClawException e) when (e.Failure is ApiFailure.NotFound or ApiFailure.Invalid)
        {
            return (null, null); // the task or the old run is gone: nothing tells its Worker any more
        }
    }

    private async Task<(string? Slug, string? Filter)> AskForWorkerAsync(BatchRow row, CancellationToken cancellationToken)
    {
        switch (row.Target)
        {
            case RunTarget.Task task:
                var saved = await api.GetTaskAsync(task.TaskId, cancellationToken);
                return (saved.WorkerSlug, saved.WorkerSlug ?? saved.WorkerPath);
            case RunTarget.Worker worker:
                return (RunSlugs.CreatedAt(worker.WorkerId) is null ? null : worker.WorkerId, worker.WorkerId.Replace('/', '~'));
            case RunTarget.Rerun rerun:
                var report = await api.GetRunAsync(rerun.RunSlug, cancellationToken);
                return (report.WorkerSlug, report.WorkerSlug);
            default:
                throw new InvalidOperationException($"no such target: {row.Target}");
        }
    }

    /// <summary>All runs of the Worker on the days around the start. The list shows one month at a time.</summary>
    private async Task<List<RunReport>> ReadRunsAsync(StartDoubt doubt, string? workerFilter, CancellationToken cancellationToken)
    {
        var (from, to) = doubt.Window;
        var query = new RunQuery { WorkerId = workerFilter };
        if (BeijingTime.IsSameMonth(from, to))
        {
            return await ReadRunsAsync(doubt, query with { Days = (from, to) }, cancellationToken);
        }

        var before = await ReadRunsAsync(doubt, query with { Days = (from, from) }, cancellationToken);
        var after = await ReadRunsAsync(doubt, query with { Days = (to, to) }, cancellationToken);
        return [.. before, .. after];
    }

    /// <summary>From the list's newest page on, until all are older than the start.</summary>
    private async Task<List<RunReport>> ReadRunsAsync(StartDoubt doubt, RunQuery query, CancellationToken cancellationToken)
    {
        var first = await api.ListRunsAsync(query, cancellationToken);
        var lastPage = (int)((first.Total + RunQuery.MaxLimit - 1) / RunQuery.MaxLimit);
        var oldestFirst = first.Runs.Count > 1 && string.CompareOrdinal(first.Runs[0].Slug, first.Runs[^1].Slug) < 0;
        var runs = new List<RunReport>(first.Runs);
        var pages = oldestFirst
            ? Enumerable.Range(2, Math.Max(0, lastPage - 1)).Reverse()
            : Enumerable.Range(2, Math.Max(0, lastPage - 1));
        var page = first;
        foreach (var number in pages.Take(MaxPages))
        {
            if (page.Runs.Count == 0 || (page != first || !oldestFirst) && page.Runs.Any(run => IsBefore(run, doubt)))
            {
                break;
            }

            page = await api.ListRunsAsync(query with { Page = number }, cancellationToken);
            runs.AddRange(page.Runs);
        }

        return runs.DistinctBy(run => run.Slug, StringComparer.Ordinal).ToList();
    }

    private static bool IsBefore(RunReport run, StartDoubt doubt) =>
        RunSlugs.CreatedAt(run.Slug) is { } createdAt && createdAt < doubt.SentAt && !doubt.Covers(createdAt);

    /// <param name="Verdict">What this look says.</param>
    /// <param name="WorkerSlug">The Worker of the lost start; null where it cannot be told.</param>
    /// <param name="IsSettled">Whether no other start that could have created the same run still waits for its answer.</param>
    internal sealed record Found(DoubtVerdict Verdict, string? WorkerSlug, bool IsSettled);
}
