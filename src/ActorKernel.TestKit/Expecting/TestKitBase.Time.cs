using Xunit;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan Default = TimeSpan.FromSeconds(3);
    private long? _end;
    private bool _lastWasNoMsg;

    /// <summary>What is left of the innermost <see cref="Within(TimeSpan, Action)"/>, or the default outside of one.</summary>
    public TimeSpan RemainingOrDefault => _end is { } end ? Left(end) : Default;

    /// <summary>Scales a time span with the time factor of the tests, which is 1.</summary>
    public TimeSpan Dilated(TimeSpan duration) => duration;

    /// <summary>The block must be done within that time, which is also the limit of every expectation in it.</summary>
    public void Within(TimeSpan max, Action action) => Within(max, () =>
    {
        action();
        return true;
    });

    public T Within<T>(TimeSpan max, Func<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var outer = _end;
        var start = TimeProvider.System.GetTimestamp();
        var limit = outer is { } end && Left(end) < max ? Left(end) : max;
        _end = start + (long)(limit.TotalSeconds * TimeProvider.System.TimestampFrequency);
        _lastWasNoMsg = false;
        try
        {
            var result = function();
            var took = TimeProvider.System.GetElapsedTime(start);
            Assert.True(took <= limit || _lastWasNoMsg, $"Failed: Block took {took}, exceeding {limit}");
            return result;
        }
        finally
        {
            _end = outer;
        }
    }

    private static TimeSpan Left(long end)
    {
        var left = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), end);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private TimeSpan RemainingOrDilated(TimeSpan? duration) => duration is { } given ? Dilated(given) : RemainingOrDefault;
}
