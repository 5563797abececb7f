using System.Collections.Immutable;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Summary;

namespace BatchRunner.Core.Progress;

/// <summary>Where a running batch stands, counted as things happen. Pure.</summary>
/// <param name="Rows">Rows of the batch.</param>
public sealed record BatchProgress(int Rows)
{
    /// <summary>Rows that have ended, by status.</summary>
    public ImmutableDictionary<RowStatus, int> Ended { get; private init; } = ImmutableDictionary<RowStatus, int>.Empty;

    /// <summary>Runs alive now.</summary>
    public int Alive { get; private init; }

    /// <summary>Starts and reruns that created a run.</summary>
    public long Attempts { get; private init; }

    /// <summary>USD, of runs that have ended.</summary>
    public decimal Usage { get; private init; }

    public int EndedRows => Ended.Values.Sum();

    public BatchProgress Apply(RowEvent e) =>
        e switch
        {
            RowEvent.RunStarted => this with { Alive = Alive + 1, Attempts = Attempts + 1 },
            RowEvent.RunEnded ended => this with { Alive = Alive - 1, Usage = Usage + ended.Report.Usage },
            RowEvent.RowEnded ended => this with { Ended = Ended.SetItem(ended.Status, Ended.GetValueOrDefault(ended.Status) + 1) },
            _ => this,
        };
}

/// <summary>Hears how a batch goes on, on one thread at a time. Must return at once and never throw.</summary>
public interface IBatchObserver
{
    void OnProgress(BatchProgress progress, RowEvent what);

    /// <summary>Something a person should know now; plain text without secrets.</summary>
    void OnNotice(string text);
}
