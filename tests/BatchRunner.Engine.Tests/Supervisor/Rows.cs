using System.Runtime.CompilerServices;
using BatchRunner.Core.Batches;

namespace BatchRunner.Engine.Tests.Supervisor;

/// <summary>A batch of so many tasks.</summary>
internal sealed class Rows(int count) : IBatch
{
    private int _read;

    /// <summary>Rows that were read while the batch was running.</summary>
    public int Read => Volatile.Read(ref _read);

    public string Name => "test";

    public int Count => count;

    public IReadOnlyList<string> OwnColumns => [];

    public async IAsyncEnumerable<BatchRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var number = 1; number <= count; number++)
        {
            Interlocked.Increment(ref _read);
            yield return Given.Row(number);
        }
    }
}
