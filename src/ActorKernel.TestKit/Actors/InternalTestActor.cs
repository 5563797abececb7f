using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.TestKit;

internal sealed record MessageEnvelope(object Message, IActorRef Sender);

/// <summary>Puts whatever it receives into the queue that the test reads from.</summary>
internal sealed class InternalTestActor : UntypedActor
{
    private readonly BlockingCollection<MessageEnvelope> _queue;

    public InternalTestActor(BlockingCollection<MessageEnvelope> queue)
    {
        _queue = queue;
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case StartWatching start:
                Context.Watch(start.Subject);
                break;
            case EndWatching end:
                Context.Unwatch(end.Subject);
                break;
            default:
                _queue.Add(new MessageEnvelope(message, Sender));
                break;
        }
    }

    internal sealed record StartWatching(IActorRef Subject);

    internal sealed record EndWatching(IActorRef Subject);
}
