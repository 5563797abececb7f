namespace BatchRunner.Sandbox.Model;

/// <summary>All runs, in the order of their creation, which is also the order of their slugs.</summary>
internal sealed class RunArchive
{
    private readonly List<Run> _all = [];
    private readonly List<Run> _live = [];
    private readonly Dictionary<string, Run> _bySlug = new();
    private readonly Dictionary<string, List<Run>> _byWorker = new();

    public IReadOnlyList<Run> All => _all;

    public void Add(Run run)
    {
        _all.Add(run);
        _live.Add(run);
        _bySlug.Add(run.Slug, run);
        var path = run.Subject.Worker.Path;
        if (!_byWorker.TryGetValue(path, out var ofWorker))
        {
            _byWorker.Add(path, ofWorker = []);
        }

        ofWorker.Add(run);
    }

    public Run? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    public Run? Last(Worker? worker) => Of(worker) is [.., var newest] ? newest : null;

    /// <summary>One page of the runs created in a span of time, and how many there are on all pages.</summary>
    public (int Total, List<Run> Page) Page(RunQuery query, ListOrder order)
    {
        var runs = query.State is { } state ? InState(state, query.Worker) : Of(query.Worker);
        var from = FirstFrom(runs, query.Span.From);
        var to = FirstFrom(runs, query.Span.To);
        var total = to - from;
        var skip = Math.Min(total, (long)(query.Page - 1) * query.Limit);
        var count = (int)Math.Min(query.Limit, total - skip);
        var page = runs.GetRange(order is ListOrder.Oldest ? from + (int)skip : to - (int)skip - count, count);
        if (order is ListOrder.Newest)
        {
            page.Reverse();
        }

        return (total, page);
    }

    /// <summary>Those that are not over are few: they are kept apart, so that asking for them stays cheap in a long batch.</summary>
    private List<Run> InState(RunState state, Worker? worker)
    {
        if (state is not (RunState.Ready or RunState.Running))
        {
            return Of(worker).FindAll(run => run.State == state);
        }

        _live.RemoveAll(static run => run.State is not (RunState.Ready or RunState.Running));
        return _live.FindAll(run => run.State == state && (worker is null || run.Subject.Worker == worker));
    }

    private List<Run> Of(Worker? worker) => worker is null ? _all : _byWorker.GetValueOrDefault(worker.Path) ?? [];

    private static int FirstFrom(List<Run> runs, DateTimeOffset at)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = runs[middle].CreatedAt < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <param name="Page">From 1.</param>
/// <param name="Limit">Runs a page.</param>
/// <param name="Span">When they were created.</param>
/// <param name="Worker">Only of this Worker.</param>
/// <param name="State">Only in this state.</param>
internal sealed record RunQuery(int Page, int Limit, MonthSpan Span, Worker? Worker, RunState? State);
