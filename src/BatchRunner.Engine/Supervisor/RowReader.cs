using BatchRunner.Core.Batches;

namespace BatchRunner.Engine.Supervisor;

/// <summary>Reads the rows of a batch one by one, as they are wanted.</summary>
internal sealed class RowReader(IBatch batch)
{
    private IAsyncEnumerator<BatchRow>? _rows;

    /// <summary>The next row; null after the last one. Not to be called again before it has ended.</summary>
    public async Task<BatchRow?> NextAsync()
    {
        _rows ??= batch.ReadAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        if (await _rows.MoveNextAsync())
        {
            return _rows.Current;
        }

        await _rows.DisposeAsync();
        return null;
    }

    /// <summary>Closes the batch. Not to be called while a row is being read.</summary>
    public ValueTask CloseAsync() => _rows?.DisposeAsync() ?? ValueTask.CompletedTask;
}
