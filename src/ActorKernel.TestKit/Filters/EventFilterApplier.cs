using Xunit;

namespace Akka.TestKit;

/// <summary>Counts the events that match while an action runs, and for a while after it until there are enough. More than enough fails, too.</summary>
public interface IEventFilterApplier
{
    void ExpectOne(Action action);

    void ExpectOne(TimeSpan timeout, Action action);

    void Expect(int expectedCount, Action action);
}

internal sealed class EventFilterApplier<TEvent>(TestKitBase testKit, Predicate<TEvent> matches) : IEventFilterApplier
{
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(3);

    public void ExpectOne(Action action) => Expect(1, action);

    public void ExpectOne(TimeSpan timeout, Action action) => Expect(1, timeout, action);

    public void Expect(int expectedCount, Action action) => Expect(expectedCount, Leeway, action);

    private void Expect(int expectedCount, TimeSpan timeout, Action action)
    {
        var count = 0;
        using (testKit.Sys.EventStream.Listen<TEvent>(log =>
        {
            if (matches(log))
            {
                Interlocked.Increment(ref count);
            }
        }))
        {
            action();
            testKit.AwaitConditionNoThrow(() => Volatile.Read(ref count) >= expectedCount, testKit.Dilated(timeout));
        }

        Assert.True(count == expectedCount, $"Expected {expectedCount} matching events of type {typeof(TEvent).Name} within {timeout}, got {count}");
    }
}
