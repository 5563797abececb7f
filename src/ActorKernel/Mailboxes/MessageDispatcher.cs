namespace Akka.Actor;

/// <summary>Decides on which thread a cell with work runs. A cell is handed over once and not again before it has run.</summary>
internal abstract class MessageDispatcher
{
    /// <summary>How many messages a cell may handle before it lets others run.</summary>
    public abstract int Throughput { get; }

    public abstract void Dispatch(ActorCell cell);
}

internal sealed class ThreadPoolDispatcher : MessageDispatcher
{
    public override int Throughput => 30;

    public override void Dispatch(ActorCell cell) => ThreadPool.UnsafeQueueUserWorkItem(cell, preferLocal: false);
}
