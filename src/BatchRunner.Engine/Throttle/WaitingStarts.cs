using Akka.Actor;

namespace BatchRunner.Engine.Throttle;

/// <summary>A row that waits for a start.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Asker">Who is told.</param>
/// <param name="DueAt">When it is as pressing as any call.</param>
internal sealed record WaitingStart(int Row, IActorRef Asker, TimeSpan DueAt);

/// <summary>Rows that wait for a start, in the order of the batch: a rerun goes before later rows.</summary>
internal sealed class WaitingStarts
{
    private readonly SortedDictionary<int, WaitingStart> _byRow = [];

    public int Count => _byRow.Count;

    public WaitingStart? First => _byRow.Count == 0 ? null : _byRow.First().Value;

    public void Add(WaitingStart start) => _byRow[start.Row] = start;

    public void Remove(WaitingStart start) => _byRow.Remove(start.Row);

    /// <summary>The actor is gone, and waits for nothing any more.</summary>
    public void RemoveOf(IActorRef asker)
    {
        foreach (var start in _byRow.Values.Where(start => start.Asker.Equals(asker)).ToList())
        {
            _byRow.Remove(start.Row);
        }
    }
}
