namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private InactivityTimer? _inactivity;

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        CancelReceiveTimeout();
        _inactivity = timeout is { } after ? new InactivityTimer(after) : null;
    }

    private void CancelReceiveTimeout()
    {
        if (_inactivity is { } timer)
        {
            timer.Pending?.Cancel();
            timer.Pending = null;
        }
    }

    private void CheckReceiveTimeout(bool reschedule)
    {
        if (_inactivity is not { } timer || (!reschedule && timer.Pending is not null))
        {
            return;
        }

        CancelReceiveTimeout();
        if (_mail.IsEmpty)
        {
            timer.Pending = System.Scheduler.ScheduleTellOnceCancelable(timer.After, _self, ReceiveTimeout.Instance, _self);
        }
    }

    private sealed class InactivityTimer(TimeSpan after)
    {
        public TimeSpan After { get; } = after;

        public ICancelable? Pending { get; set; }
    }
}
