using Akka.Event;

namespace Akka.Actor;

/// <summary>The scheduler of production: one timer of the <see cref="TimeProvider"/> for each schedule.</summary>
internal sealed class SystemScheduler(ActorSystem system, TimeProvider time) : IScheduler, IAdvancedScheduler, IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private volatile bool _disposed;

    public DateTimeOffset Now => time.GetUtcNow();

    public TimeSpan MonotonicClock => time.GetElapsedTime(_start);

    public TimeSpan HighResMonotonicClock => MonotonicClock;

    public IAdvancedScheduler Advanced => this;

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, () => receiver.Tell(message, sender), null);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender) =>
        Schedule(initialDelay, Positive(interval), () => receiver.Tell(message, sender), null);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Schedule(initialDelay, Positive(interval), () => receiver.Tell(message, sender), cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action) => Schedule(delay, Timeout.InfiniteTimeSpan, action, null);

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, action, cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        Schedule(initialDelay, Positive(interval), action, null);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Schedule(initialDelay, Positive(interval), action, cancelable);

    /// <summary>Nothing fires any more; the timers that are left fall to the garbage collector.</summary>
    public void Dispose() => _disposed = true;

    private static TimeSpan Positive(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        return interval;
    }

    private void Schedule(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero, nameof(delay));
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (cancelable?.IsCancellationRequested != true)
        {
            _ = new Registration(this, delay, interval, action, cancelable);
        }
    }

    private sealed class Registration
    {
        private readonly SystemScheduler _owner;
        private readonly ITimer _timer;
        private readonly Action _action;
        private readonly ICancelable? _cancelable;
        private readonly bool _once;
        private readonly CancellationTokenRegistration _cancellation;

        public Registration(SystemScheduler owner, TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable)
        {
            (_owner, _action, _cancelable, _once) = (owner, action, cancelable, interval == Timeout.InfiniteTimeSpan);
            _timer = owner.Time.CreateTimer(self => ((Registration)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _cancellation = cancelable?.Token.UnsafeRegister(timer => ((ITimer)timer!).Dispose(), _timer) ?? default;
            _timer.Change(delay, interval);
        }

        private void Fire()
        {
            if (_once || _owner._disposed)
            {
                _timer.Dispose();
                _cancellation.Unregister();
            }

            if (_owner._disposed || _cancelable?.IsCancellationRequested == true)
            {
                return;
            }

            try
            {
                _action();
            }
            catch (Exception e)
            {
                // As a schedule that fails once may fail at every turn, it ends here.
                _timer.Dispose();
                _owner.Log(e);
            }
        }
    }

    private TimeProvider Time => time;

    private void Log(Exception cause) => system.EventStream.Publish(
        new Error(cause, nameof(SystemScheduler), typeof(SystemScheduler), "Error while executing scheduled task"));
}
