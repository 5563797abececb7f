using Xunit;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Repeats the assertion until it holds; at the end of the time its last failure is thrown.</summary>
    public void AwaitAssert(Action assertion, TimeSpan? duration = null, TimeSpan? interval = null)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        var limit = RemainingOrDilated(duration);
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                assertion();
                return;
            }
            catch when (TimeProvider.System.GetElapsedTime(start) < limit)
            {
                Wait(interval ?? Pause);
            }
        }
    }

    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max = null) => AwaitCondition(conditionIsFulfilled, max, null);

    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval)
    {
        var limit = RemainingOrDilated(max);
        Assert.True(AwaitConditionNoThrow(conditionIsFulfilled, limit, interval), $"Timeout {limit} expired.");
    }

    public bool AwaitConditionNoThrow(Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null)
    {
        ArgumentNullException.ThrowIfNull(conditionIsFulfilled);
        var start = TimeProvider.System.GetTimestamp();
        while (!conditionIsFulfilled())
        {
            if (TimeProvider.System.GetElapsedTime(start) >= max)
            {
                return false;
            }

            Wait(interval ?? Pause);
        }

        return true;
    }

    private static void Wait(TimeSpan pause)
    {
        using var never = new ManualResetEventSlim();
        never.Wait(pause);
    }
}
