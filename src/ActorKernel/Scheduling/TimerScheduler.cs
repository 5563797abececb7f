namespace Akka.Actor;

internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    private readonly Dictionary<object, Running> _timers = [];

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) => Start(key, msg, timeout, null);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) => Start(key, msg, interval, interval);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        Start(key, msg, initialDelay, interval);

    public bool IsTimerActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (_timers.Remove(key, out var timer))
        {
            timer.Schedule.Cancel();
        }
    }

    public void CancelAll()
    {
        foreach (var timer in _timers.Values)
        {
            timer.Schedule.Cancel();
        }

        _timers.Clear();
    }

    /// <summary>What the actor is to receive, or null if the message comes from a timer that is no more, be it of an earlier incarnation.</summary>
    public object? Unwrap(TimerMessage tick)
    {
        if (!_timers.TryGetValue(tick.Key, out var timer) || !ReferenceEquals(timer.Tick, tick))
        {
            return null;
        }

        if (!timer.Repeats)
        {
            _timers.Remove(tick.Key);
        }

        return tick.Message;
    }

    private void Start(object key, object message, TimeSpan delay, TimeSpan? interval)
    {
        Cancel(key);
        var tick = message is INotInfluenceReceiveTimeout ? new QuietTimerMessage(key, message) : new TimerMessage(key, message);
        var scheduler = cell.System.Scheduler;
        var schedule = interval is { } period
            ? scheduler.ScheduleTellRepeatedlyCancelable(delay, period, cell.Self, tick, ActorRefs.NoSender)
            : scheduler.ScheduleTellOnceCancelable(delay, cell.Self, tick, ActorRefs.NoSender);
        _timers[key] = new Running(tick, schedule, interval is not null);
    }

    private sealed record Running(TimerMessage Tick, ICancelable Schedule, bool Repeats);
}

/// <summary>Wraps what a timer sends. Each start of a timer has its own instance, and only the latest one counts.</summary>
internal class TimerMessage(object key, object message)
{
    public object Key { get; } = key;

    public object Message { get; } = message;

    public override string ToString() => $"TimerMsg(key={Key}, message={Message})";
}

internal sealed class QuietTimerMessage(object key, object message) : TimerMessage(key, message), INotInfluenceReceiveTimeout;
