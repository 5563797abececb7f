using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// Time that stands still until a test moves it. What is due then happens at once, on the thread of the test, in order of due time. As in
/// the library, a repeating schedule fires once for each move and counts its next interval from the new time.
/// </summary>
public class TestScheduler : IScheduler, IAdvancedScheduler
{
    private readonly Lock _gate = new();
    private readonly List<Item> _items = [];

    internal TestScheduler()
    {
        Now = TimeProvider.System.GetUtcNow();
    }

    public DateTimeOffset Now { get; private set; }

    public TimeSpan MonotonicClock => TimeProvider.System.GetElapsedTime(0);

    public IAdvancedScheduler Advanced => this;

    public void Advance(TimeSpan offset)
    {
        Item[] due;
        lock (_gate)
        {
            Now += offset;
            // A stable sort: what was scheduled first for a moment goes first.
            due = [.. _items.Where(item => item.Due <= Now).OrderBy(item => item.Due)];
            _items.RemoveAll(item => item.Due <= Now);
        }

        foreach (var item in due.Where(item => !item.IsCancelled))
        {
            item.Action();
            if (item.Interval is { } interval && !item.IsCancelled)
            {
                Add(interval, interval, item.Action, item.Cancelable);
            }
        }
    }

    public void AdvanceTo(DateTimeOffset when)
    {
        if (when < Now)
        {
            throw new InvalidOperationException("You can't reverse time...");
        }

        Advance(when - Now);
    }

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable = null) =>
        Add(delay, null, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable = null) =>
        Add(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action) => Add(delay, null, action, null);

    private void Add(TimeSpan delay, TimeSpan? interval, Action action, ICancelable? cancelable)
    {
        lock (_gate)
        {
            _items.Add(new Item(Now + delay, interval, action, cancelable));
        }
    }

    private sealed record Item(DateTimeOffset Due, TimeSpan? Interval, Action Action, ICancelable? Cancelable)
    {
        public bool IsCancelled => Cancelable?.IsCancellationRequested == true;
    }
}
