namespace BatchRunner.Core.Batches;

/// <summary>A batch that was read through once and found without fault. It can be read again and gives the same rows.</summary>
public interface IBatch
{
    /// <summary>What the user calls it: the path as given, or <c>-</c> for standard input.</summary>
    string Name { get; }

    /// <summary>How many rows it has; at least 1.</summary>
    int Count { get; }

    /// <summary>The columns that are not ours, in the file's order; they go unchanged into the summary.</summary>
    IReadOnlyList<string> OwnColumns { get; }

    /// <summary>Reads the rows in order, as a stream: memory does not grow with their number.</summary>
    IAsyncEnumerable<BatchRow> ReadAsync(CancellationToken cancellationToken);
}
