using Xunit;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>The next message, or null if none came in time.</summary>
    public object ReceiveOne(TimeSpan? max = null) => Take(max ?? RemainingOrDefault)?.Message!;

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages) => ReceiveN(numberOfMessages, RemainingOrDefault);

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max)
    {
        var messages = new List<object>(numberOfMessages);
        var start = TimeProvider.System.GetTimestamp();
        while (messages.Count < numberOfMessages)
        {
            var received = Take(LeftOf(max, start));
            if (received is null)
            {
                Assert.Fail($"Timeout ({max}) while expecting {numberOfMessages} messages. Only got {messages.Count} after {max}.");
            }

            messages.Add(received.Message);
        }

        return messages;
    }

    /// <summary>Passes over messages until one of that type is found that is wanted.</summary>
    public T FishForMessage<T>(Predicate<T> isMessage, TimeSpan? max = null, string hint = "")
    {
        ArgumentNullException.ThrowIfNull(isMessage);
        var limit = RemainingOrDilated(max);
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var received = Take(LeftOf(limit, start));
            if (received is null)
            {
                Assert.Fail($"Timeout ({limit}) during fishForMessage{(hint.Length == 0 ? hint : ", hint: " + hint)}");
            }

            if (received.Message is T message && isMessage(message))
            {
                return message;
            }
        }
    }

    private static TimeSpan LeftOf(TimeSpan max, long start)
    {
        var left = max - TimeProvider.System.GetElapsedTime(start);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
