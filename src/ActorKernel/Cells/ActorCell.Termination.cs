namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private bool _stopping;

    public void Stop(IActorRef child)
    {
        if (FindChild(child) is { } stats)
        {
            _children!.Dying(stats);
        }

        if (child is IInternalActorRef actor)
        {
            actor.Stop();
        }
    }

    private void TerminateSelf()
    {
        SetReceiveTimeout(null);
        UnwatchAll();
        _children?.TakeNoMore();
        StopChildren();
        var already = _stopping;
        _stopping = true;
        if (!WaitForChildren(WaitReason.Termination, null))
        {
            FinishTerminate();
        }
        else if (!already)
        {
            SuspendSelf();
            // Whatever fails from here on is no longer the parent's concern.
            _perpetrator = _self;
        }
    }

    private void StopChildren()
    {
        foreach (var child in ChildStats)
        {
            Stop(child.Child);
        }
    }

    private void FinishTerminate()
    {
        // The order is the contract: clean up, close the mailbox, free the name at the parent, tell the watchers.
        try
        {
            _actor?.AroundPostStop();
            _actor?.ReturnStash();
        }
        catch (Exception e)
        {
            PublishError(e, e.Message);
        }

        Close();
        ParentRef.SendSystemMessage(new DeathWatchNotification(_self, true));
        TellWatchers();
        UnwatchAll();
        ClearActor();
        _actor = null;
        _deferred = null;
    }
}
