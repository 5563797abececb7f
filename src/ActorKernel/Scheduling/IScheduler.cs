namespace Akka.Actor;

public interface ITimeProvider
{
    DateTimeOffset Now { get; }

    TimeSpan MonotonicClock { get; }
}

public interface ITellScheduler
{
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable = null);

    void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable = null);
}

/// <summary>Runs code on a thread of the scheduler: it must be short, thread-safe, and keep off the state of actors.</summary>
public interface IActionScheduler
{
    void ScheduleOnce(TimeSpan delay, Action action);
}

public interface IAdvancedScheduler : IActionScheduler;

public interface IScheduler : ITellScheduler, ITimeProvider
{
    IAdvancedScheduler Advanced { get; }
}

/// <summary>Ends a schedule. Whatever was not sent at that moment is never sent.</summary>
public interface ICancelable
{
    bool IsCancellationRequested { get; }

    CancellationToken Token { get; }

    void Cancel();
}

public static class SchedulerExtensions
{
    public static ICancelable ScheduleTellOnceCancelable(
        this ITellScheduler scheduler, TimeSpan delay, ICanTell receiver, object message, IActorRef sender)
    {
        var cancelable = new Cancelable();
        scheduler.ScheduleTellOnce(delay, receiver, message, sender, cancelable);
        return cancelable;
    }

    public static ICancelable ScheduleTellRepeatedlyCancelable(
        this ITellScheduler scheduler, TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender)
    {
        var cancelable = new Cancelable();
        scheduler.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable);
        return cancelable;
    }

    private sealed class Cancelable : ICancelable, IDisposable
    {
        private readonly CancellationTokenSource _source = new();

        public bool IsCancellationRequested => _source.IsCancellationRequested;

        public CancellationToken Token => _source.Token;

        public void Cancel() => _source.Cancel();

        public void Dispose() => _source.Dispose();
    }
}
