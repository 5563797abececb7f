using Akka.Actor;
using BatchRunner.Core.Batches;
using BatchRunner.Engine.Run;

namespace BatchRunner.Engine.Supervisor;

/// <summary>The rows that have an actor now.</summary>
internal sealed class LiveRows(IActorContext context, RunServices services)
{
    /// <summary>How often a row whose actor died is taken up again from the journal.</summary>
    private const int MaxDeaths = 3;

    private readonly Dictionary<IActorRef, LiveRow> _rows = [];

    public int Count => _rows.Count;

    public void Spawn(BatchRow row) => Spawn(new LiveRow(row, 0));

    /// <summary>The actor has said goodbye.</summary>
    public void Remove(IActorRef actor) => _rows.Remove(actor);

    /// <summary>The actor is gone. Without a goodbye its row is taken up again, or given up after too many deaths.</summary>
    /// <returns>The row that was given up; null where there is none.</returns>
    public BatchRow? Bury(IActorRef actor)
    {
        if (!_rows.Remove(actor, out var dead))
        {
            return null;
        }

        if (dead.Deaths + 1 > MaxDeaths)
        {
            return dead.Row;
        }

        Spawn(dead with { Deaths = dead.Deaths + 1 });
        return null;
    }

    public void TellAll(object message)
    {
        foreach (var actor in _rows.Keys)
        {
            actor.Tell(message);
        }
    }

    public void StopAll()
    {
        foreach (var actor in _rows.Keys)
        {
            context.Stop(actor);
        }

        _rows.Clear();
    }

    private void Spawn(LiveRow live)
    {
        var row = live.Row;
        var name = live.Deaths == 0 ? $"row-{row.Number}" : $"row-{row.Number}-again-{live.Deaths}";
        _rows.Add(context.Watch(context.ActorOf(Props.Create(() => new RunActor(row, services)), name)), live);
    }

    private sealed record LiveRow(BatchRow Row, int Deaths);
}
