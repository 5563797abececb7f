using BatchRunner.Core.Runs;

namespace BatchRunner.Core.Journal;

/// <summary>
/// The memory of a batch. The state of every row is a fold over its events (<see cref="RowState.Apply"/>), so whatever
/// the process forgets can be read back here.
/// </summary>
public interface IJournal
{
    /// <summary>
    /// Appends the events, all or none, in order. The task ends once they are durable, so that the next step may be taken;
    /// a failure means that they may be missing and nothing may be built on them.
    /// </summary>
    Task AppendAsync(IReadOnlyList<RowEvent> events, CancellationToken cancellationToken);

    /// <summary>The state of one row; a fresh state where nothing has happened to it.</summary>
    Task<RowState> ReadRowAsync(int row, CancellationToken cancellationToken);

    /// <summary>The states of all rows to which something has happened, by ascending row, as a stream.</summary>
    IAsyncEnumerable<RowState> ReadRowsAsync(CancellationToken cancellationToken);

    /// <summary>Rows whose last start may have created a run that nobody knows yet.</summary>
    Task<IReadOnlyList<RowState>> ReadOpenStartsAsync(CancellationToken cancellationToken);

    /// <summary>Whether some row of this batch started or adopted the run.</summary>
    Task<bool> OwnsRunAsync(string runSlug, CancellationToken cancellationToken);
}
