using BatchRunner.Core.Batches;

namespace BatchRunner.Core.Summary;

/// <summary>The files of a batch directory. Each is written whole or not at all.</summary>
public interface IBatchFiles
{
    /// <summary>Writes <c>summary.csv</c> from a stream of rows in batch order.</summary>
    Task WriteSummaryAsync(IReadOnlyList<string> ownColumns, IAsyncEnumerable<SummaryRow> rows, CancellationToken cancellationToken);

    /// <summary>Writes <c>summary.json</c>.</summary>
    Task WriteSummaryAsync(BatchSummary summary, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the results of one row to <c>results/&lt;row&gt;-&lt;name&gt;.&lt;extension&gt;</c>, where the name is the label or
    /// else the target's id, made safe for file systems. The file appears only once <paramref name="write"/> has ended well.
    /// </summary>
    /// <returns>The path relative to the batch directory, with forward slashes.</returns>
    Task<string> WriteResultsAsync(
        BatchRow row, string extension, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);
}
