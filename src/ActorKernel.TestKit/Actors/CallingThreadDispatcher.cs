using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Runs an actor on the thread that tells, before <c>Tell</c> returns. If the actor is busy on another thread, that one goes on with it.</summary>
public static class CallingThreadDispatcher
{
    public const string Id = "akka.test.calling-thread-dispatcher";
}

internal sealed class InlineDispatcher : MessageDispatcher
{
    public override int Throughput => int.MaxValue;

    public override void Dispatch(ActorCell cell) => cell.Execute();
}
