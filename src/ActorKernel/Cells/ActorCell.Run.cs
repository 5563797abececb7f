namespace Akka.Actor;

internal sealed partial class ActorCell : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Scheduled = 1;

    private MailQueue _mail = new();
    private SystemQueue _system;
    private int _status;
    private volatile int _suspensions;
    private volatile bool _closed;

    public bool IsClosed => _closed;

    private bool HasWork => _system.HasMessages || ((_suspensions == 0 || _closed) && !_mail.IsEmpty);

    public void Post(object message, IActorRef? sender)
    {
        if (message is null)
        {
            throw new InvalidMessageException("Message is null");
        }

        if (_closed)
        {
            System.DeadLetterRef.Receive(message, sender, _self);
            return;
        }

        // Also to a suspended actor: whether it is one cannot be asked here without racing against its resumption.
        _mail.Enqueue(new Mail(message, sender));
        Schedule();
    }

    public void PostSystem(SystemMessage message)
    {
        if (_system.TryEnqueue(message))
        {
            Schedule();
        }
        else
        {
            DeadLetterActorRef.Receive(message);
        }
    }

    /// <summary>Returns a message that the actor took to the front of its mailbox.</summary>
    public void PostFirst(Envelope envelope)
    {
        _mail.EnqueueFirst(envelope.Message, envelope.Sender);
        if (envelope.Message is Terminated terminated)
        {
            ExpectTerminated(terminated.ActorRef, null);
        }
    }

    public void Execute()
    {
        var outer = Current;
        Current = this;
        try
        {
            RunSystemMessages();
            for (var left = _dispatcher.Throughput; left > 0 && _suspensions == 0 && !_closed; left--)
            {
                if (!_mail.TryDequeue(out var message, out var sender))
                {
                    break;
                }

                Invoke(message, sender);
                RunSystemMessages();
            }

            if (_closed)
            {
                BuryMail();
            }
        }
        finally
        {
            Current = outer;
            Interlocked.Exchange(ref _status, Idle);
        }

        // Who posted while this ran left the scheduling to us.
        if (HasWork)
        {
            Schedule();
        }
    }

    private void Schedule()
    {
        if (Interlocked.CompareExchange(ref _status, Scheduled, Idle) == Idle)
        {
            _dispatcher.Dispatch(this);
        }
    }

    private void Close()
    {
        _closed = true;
        for (var left = _system.Close(); left is not null; left = left.Next)
        {
            DeadLetterActorRef.Receive(left);
        }

        BuryMail();
    }

    private void BuryMail()
    {
        while (_mail.TryDequeue(out var message, out var sender))
        {
            System.DeadLetterRef.Receive(message, sender, _self);
        }
    }
}
