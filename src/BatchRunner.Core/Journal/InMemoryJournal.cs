using System.Runtime.CompilerServices;
using BatchRunner.Core.Runs;

namespace BatchRunner.Core.Journal;

/// <summary>
/// A journal that lives as long as its process. It keeps the folded states, not the events; may be used from any thread.
/// </summary>
public sealed class InMemoryJournal : IJournal
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, RowState> _rows = [];
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);

    public Task AppendAsync(IReadOnlyList<RowEvent> events, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var e in events)
            {
                _rows[e.Row] = Find(e.Row).Apply(e);
                if (e is RowEvent.RunStarted started)
                {
                    _slugs.Add(started.RunSlug);
                }
            }
        }

        return Task.CompletedTask;
    }

    public Task<RowState> ReadRowAsync(int row, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(Find(row));
        }
    }

    public async IAsyncEnumerable<RowState> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        RowState[] rows;
        lock (_gate)
        {
            rows = [.. _rows.Values];
        }

        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    public Task<IReadOnlyList<RowState>> ReadOpenStartsAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<RowState>>([.. _rows.Values.Where(row => row.IsStartOpen)]);
        }
    }

    public Task<bool> OwnsRunAsync(string runSlug, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_slugs.Contains(runSlug));
        }
    }

    private RowState Find(int row) => _rows.TryGetValue(row, out var state) ? state : RowState.Fresh(row);
}
