using System.Runtime.ExceptionServices;
using Akka.Event;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    /// <summary>Who brought this actor down and waits for a decision: a child that escalated, or the actor itself.</summary>
    private IInternalActorRef? _perpetrator;

    private void SuspendSelf() => _suspensions++;

    private void ResumeSelf() => _suspensions = Math.Max(0, _suspensions - 1);

    private void Start()
    {
        try
        {
            _actor = NewActor();
            _actor.AroundPreStart();
            CheckReceiveTimeout(reschedule: true);
        }
        catch (Exception e)
        {
            ClearActor();
            _actor = null;
            throw new ActorInitializationException(_self, "Exception during creation", e);
        }
    }

    private void Fail(Exception cause, IReadOnlyCollection<ChildRestartStats>? childrenToSpare = null)
    {
        if (_perpetrator is not null)
        {
            return;
        }

        SuspendSelf();
        _perpetrator = CurrentMessage is Failed failed ? failed.Child : _self;
        foreach (var child in ChildStats)
        {
            if (!child.Child.Equals(_perpetrator) && childrenToSpare?.Contains(child) != true)
            {
                child.Ref.SendSystemMessage(new Suspend());
            }
        }

        ParentRef.SendSystemMessage(new Failed(_self, cause));
    }

    private void HandleFailed(Failed failed)
    {
        if (FindChild(failed.Child) is not { } stats)
        {
            return;
        }

        CurrentMessage = failed;
        Sender = failed.Child;
        if (_actor is null || !_actor.Strategy.HandleFailure(this, stats, failed.Cause, ChildStats))
        {
            ExceptionDispatchInfo.Throw(failed.Cause);
        }

        CurrentMessage = null;
    }

    private void FaultSuspend()
    {
        SuspendSelf();
        foreach (var child in ChildStats)
        {
            child.Ref.SendSystemMessage(new Suspend());
        }
    }

    private void FaultResume(Exception? causedByFailure)
    {
        if (_actor is null)
        {
            FaultCreate();
            return;
        }

        var perpetrator = _perpetrator;
        ResumeSelf();
        if (causedByFailure is not null)
        {
            _perpetrator = null;
        }

        foreach (var child in ChildStats)
        {
            child.Ref.SendSystemMessage(new Resume(child.Child.Equals(perpetrator) ? causedByFailure : null));
        }
    }

    private void FaultRecreate(Exception cause)
    {
        if (_actor is not { } failed)
        {
            FaultCreate();
            return;
        }

        var message = CurrentMessage;
        try
        {
            failed.AroundPreRestart(cause, message!);
            failed.ReturnStash();
        }
        catch (Exception e)
        {
            PublishError(new PreRestartException(_self, e, cause, message!), e.Message);
        }
        finally
        {
            ClearActor();
        }

        if (!WaitForChildren(WaitReason.Recreation, cause))
        {
            FinishRecreate(cause);
        }
    }

    private void FinishRecreate(Exception cause)
    {
        var survivors = ChildStats;
        try
        {
            ResumeSelf();
            _perpetrator = null;
            _actor = NewActor();
            _actor.AroundPostRestart(cause);
            CheckReceiveTimeout(reschedule: true);
            foreach (var child in survivors)
            {
                child.Ref.SendSystemMessage(new Recreate(cause));
            }
        }
        catch (Exception e)
        {
            ClearActor();
            Fail(new PostRestartException(_self, e, cause), survivors);
        }
    }

    /// <summary>The creation failed before, so there is nothing to restart: create anew.</summary>
    private void FaultCreate()
    {
        SetReceiveTimeout(null);
        StopChildren();
        if (!WaitForChildren(WaitReason.Creation, null))
        {
            FinishCreate();
        }
    }

    private void FinishCreate()
    {
        ResumeSelf();
        _perpetrator = null;
        try
        {
            Start();
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    private void PublishError(Exception cause, string message) =>
        System.EventStream.Publish(new Error(cause, _self.Path.ToString(), ActorType, message));
}
