using System.Collections.Concurrent;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Runs;

namespace BatchRunner.Engine.Tests;

/// <summary>A journal whose commits can be held back, or made to fail.</summary>
internal sealed class HeldJournal : IJournal
{
    private readonly InMemoryJournal _inner = new();
    private TaskCompletionSource? _held;
    private int _failures;
    private int _waiting;

    public ConcurrentQueue<RowEvent> Events { get; } = new();

    /// <summary>Commits that are held back now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>From now on commits wait for <see cref="Release"/>.</summary>
    public void Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _held!.SetResult();

    /// <summary>So many commits fail.</summary>
    public void Fail(int times) => _failures = times;

    public async Task AppendAsync(IReadOnlyList<RowEvent> events, CancellationToken cancellationToken)
    {
        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            throw new IOException("no space left on device");
        }

        if (_held is { } held)
        {
            Interlocked.Increment(ref _waiting);
            await held.Task;
            Interlocked.Decrement(ref _waiting);
        }

        await _inner.AppendAsync(events, cancellationToken);
        foreach (var e in events)
        {
            Events.Enqueue(e);
        }
    }

    public Task<RowState> ReadRowAsync(int row, CancellationToken cancellationToken) => _inner.ReadRowAsync(row, cancellationToken);

    public IAsyncEnumerable<RowState> ReadRowsAsync(CancellationToken cancellationToken) => _inner.ReadRowsAsync(cancellationToken);

    public Task<IReadOnlyList<RowState>> ReadOpenStartsAsync(CancellationToken cancellationToken) => _inner.ReadOpenStartsAsync(cancellationToken);

    public Task<bool> OwnsRunAsync(string runSlug, CancellationToken cancellationToken) => _inner.OwnsRunAsync(runSlug, cancellationToken);
}
