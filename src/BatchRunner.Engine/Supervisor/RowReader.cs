using BatchRunner.Core.Batches;

namespace BatchRunner.Engine.Supervisor;

/// <summary>Reads the rows of a batch one by one, as many as are wanted.</summary>
internal sealed class RowReader(IBatch batch)
{
    private IAsyncEnumerator<BatchRow>? _rows;
    private int _wanted;
    private bool _isReading;

    /// <summary>Whether all rows were read, or reading failed.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Whether a row is on its way.</summary>
    public bool IsReading => _isReading;

    /// <summary>So many more rows could wait for a start.</summary>
    public void Want(int count) => _wanted += count;

    /// <summary>Whether a row is wanted and none is on its way.</summary>
    public bool CanRead => !_isReading && !IsAtEnd && _wanted > 0;

    /// <summary>Begins to read one of the wanted rows; null after the last one.</summary>
    public async Task<BatchRow?> NextAsync()
    {
        _isReading = true;
        _wanted--;
        _rows ??= batch.ReadAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        return await _rows.MoveNextAsync() ? _rows.Current : null;
    }

    /// <summary>What <see cref="NextAsync"/> gave has arrived.</summary>
    /// <param name="isLast">No row came: it was the end, or a failure.</param>
    public void Arrived(bool isLast) => (_isReading, IsAtEnd) = (false, isLast);

    /// <summary>Closes the batch, unless a row is being read from it; then the process's end closes it.</summary>
    public ValueTask CloseAsync() => _isReading || _rows is null ? ValueTask.CompletedTask : _rows.DisposeAsync();
}
