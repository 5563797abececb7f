using System.Collections.Concurrent;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Summary;

namespace BatchRunner.Tests;

/// <summary>A batch directory that a test can read.</summary>
internal sealed class FilesInMemory : IBatchFiles
{
    public List<SummaryRow> Summary { get; } = [];

    public ConcurrentDictionary<string, byte[]> Results { get; } = new(StringComparer.Ordinal);

    public async Task WriteSummaryAsync(IReadOnlyList<string> ownColumns, IAsyncEnumerable<SummaryRow> rows, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            Summary.Add(row);
        }
    }

    public Task WriteSummaryAsync(BatchSummary summary, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<string> WriteResultsAsync(
        BatchRow row, string extension, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await write(content, cancellationToken);
        var path = $"results/{row.Number}.{extension}";
        Results[path] = content.ToArray();
        return path;
    }
}
