using Akka.Event;

namespace Akka.Actor;

/// <summary>The scheduler of production: one timer of the <see cref="TimeProvider"/> for each schedule.</summary>
internal sealed class SystemScheduler(ActorSystem system, TimeProvider time) : IScheduler, IAdvancedScheduler, IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private volatile bool _disposed;

    public DateTimeOffset Now => time.GetUtcNow();

    public TimeSpan MonotonicClock => time.GetElapsedTime(_start);

    public IAdvancedScheduler Advanced => this;

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable = null) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        Schedule(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);
    }

    public void ScheduleOnce(TimeSpan delay, Action action) => Schedule(delay, Timeout.InfiniteTimeSpan, action, null);

    /// <summary>Nothing fires any more; the timers that are left fall to the garbage collector.</summary>
    public void Dispose() => _disposed = true;

    private void Schedule(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero, nameof(delay));
        ObjectDisposedException.ThrowIf(_disposed, this);
        _ = new Registration(this, delay, interval, action, cancelable?.Token ?? CancellationToken.None);
    }

    private void Run(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            system.EventStream.Publish(
                new Error(e, nameof(SystemScheduler), typeof(SystemScheduler), "Error while executing scheduled task"));
        }
    }

    private ITimer NewTimer(TimerCallback callback) => time.CreateTimer(callback, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private sealed class Registration
    {
        private readonly SystemScheduler _owner;
        private readonly ITimer _timer;
        private readonly Action _action;
        private readonly bool _once;
        private readonly CancellationToken _token;
        private readonly CancellationTokenRegistration _cancellation;

        public Registration(SystemScheduler owner, TimeSpan delay, TimeSpan interval, Action action, CancellationToken token)
        {
            (_owner, _action, _token, _once) = (owner, action, token, interval == Timeout.InfiniteTimeSpan);
            _timer = owner.NewTimer(_ => Fire());
            _cancellation = token.UnsafeRegister(timer => ((ITimer)timer!).Dispose(), _timer);
            _timer.Change(delay, interval);
        }

        private void Fire()
        {
            if (_once || _owner._disposed)
            {
                _timer.Dispose();
                _cancellation.Unregister();
            }

            if (!_owner._disposed && !_token.IsCancellationRequested)
            {
                _owner.Run(_action);
            }
        }
    }
}
