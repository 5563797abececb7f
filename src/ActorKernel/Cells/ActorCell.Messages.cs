namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private Stack<SystemMessage>? _deferred;

    private enum Stage
    {
        Running,
        Suspended,
        WaitingForChildren,
    }

    private Stage CurrentStage =>
        IsWaitingForChildren ? Stage.WaitingForChildren
        : _suspensions > 0 ? Stage.Suspended
        : Stage.Running;

    private void Invoke(object message, IActorRef? sender)
    {
        var influences = message is not INotInfluenceReceiveTimeout;
        try
        {
            Begin(message, sender ?? System.DeadLetters);
            if (influences)
            {
                CancelReceiveTimeout();
            }

            if (message is IAutoReceivedMessage)
            {
                AutoReceive(message);
            }
            else
            {
                Receive(message);
            }

            CurrentMessage = null;
        }
        catch (Exception cause)
        {
            Fail(cause);
        }
        finally
        {
            CheckReceiveTimeout(influences);
        }
    }

    private void Begin(object message, IActorRef sender)
    {
        CurrentMessage = message;
        Sender = sender;
        Delivery = unchecked(Delivery + 1);
    }

    private void Receive(object message) => _actor!.AroundReceive(_behaviours?.Receive, message);

    public void AutoReceive(object message)
    {
        switch (message)
        {
            case Terminated terminated:
                ReceiveTerminated(terminated);
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case PoisonPill:
                _self.Stop();
                break;
            case Identify question:
                Sender.Tell(new ActorIdentity(question.MessageId, _self), _self);
                break;
        }
    }

    private void RunSystemMessages()
    {
        var next = _system.TakeAll();
        while (next is not null)
        {
            var message = next;
            next = next.Next;
            var stage = CurrentStage;
            if (_closed)
            {
                DeadLetterActorRef.Receive(message);
            }
            else if (MustWait(message, stage))
            {
                (_deferred ??= new Stack<SystemMessage>()).Push(message);
            }
            else
            {
                Obey(message);
            }

            if (CurrentStage < stage)
            {
                next = WithDeferred(next);
            }

            next ??= _system.TakeAll();
        }
    }

    private SystemMessage? WithDeferred(SystemMessage? next)
    {
        var deferred = _deferred;
        _deferred = null;
        foreach (var message in deferred ?? [])
        {
            (message.Next, next) = (next, message);
        }

        return next;
    }

    /// <summary>While an actor waits for its own fate or for its children, decisions about others would rest on a state that is about to go.</summary>
    private static bool MustWait(SystemMessage message, Stage stage) => stage switch
    {
        Stage.WaitingForChildren => message is Failed or Recreate or Suspend or Resume,
        Stage.Suspended => message is Failed,
        _ => false,
    };

    private void Obey(SystemMessage message)
    {
        try
        {
            switch (message)
            {
                case Create: Start(); break;
                case Failed failed: HandleFailed(failed); break;
                case DeathWatchNotification notice: WatchedActorTerminated(notice.Actor, notice.ExistenceConfirmed); break;
                case Watch watch: AddWatcher(watch.Watcher); break;
                case Unwatch unwatch: RemoveWatcher(unwatch.Watcher); break;
                case Recreate recreate: FaultRecreate(recreate.Cause); break;
                case Suspend: FaultSuspend(); break;
                case Resume resume: FaultResume(resume.CausedByFailure); break;
                case Terminate: TerminateSelf(); break;
                case Continue work: work.Step(); break;
                default: throw new NotSupportedException($"Unknown instruction {message.GetType().Name}");
            }
        }
        catch (Exception cause)
        {
            Fail(cause);
        }
    }
}
