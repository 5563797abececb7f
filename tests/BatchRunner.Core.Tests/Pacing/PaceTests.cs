using BatchRunner.Core.Pacing;
using FsCheck;
using FsCheck.Fluent;

namespace BatchRunner.Core.Tests.Pacing;

public sealed class PaceTests
{
    [Fact]
    public void Rule_4_nothing_goes_before_a_Retry_After_is_over() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<PositiveInt>(), (sent, wait) =>
        {
            var now = TimeSpan.FromMilliseconds(sent.Get);
            var retryAfter = TimeSpan.FromSeconds(wait.Get);
            var pace = Pace.Auto.Sent(now).Refused(now, now, retryAfter).Accepted(now);
            return pace.OpenAt >= now + retryAfter;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_given_rate_is_a_ceiling()
    {
        Assert.Equal(20, CallsIn(TimeSpan.FromSeconds(10), Pace.Limited(2), serverRate: 100), tolerance: 1);
    }

    [Fact]
    public void A_learned_pace_grows_while_nothing_is_refused()
    {
        var (early, late) = (
            CallsIn(TimeSpan.FromSeconds(1), Pace.Auto, serverRate: 1000),
            CallsIn(TimeSpan.FromSeconds(6), Pace.Auto, serverRate: 1000));

        Assert.InRange(early, 4, 12);
        Assert.True(late > 100, $"only {late} calls in 6 s");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void A_learned_pace_settles_below_the_wall_and_uses_most_of_it(double serverRate)
    {
        var server = new TokenBucket(serverRate);

        var (accepted, refused) = Drive(TimeSpan.FromSeconds(120), Pace.Auto, server);

        Assert.True(accepted >= 0.8 * serverRate * 120, $"{accepted} accepted at {serverRate}/s");
        Assert.True(refused <= 0.05 * accepted, $"{refused} refused of {accepted}");
    }

    [Fact]
    public void Refusals_of_calls_sent_before_the_last_fall_do_not_fall_again()
    {
        var now = TimeSpan.FromSeconds(1);
        var once = Pace.Limited(10).Refused(now, now + TimeSpan.FromMilliseconds(50), null);
        var twice = once.Refused(now, now + TimeSpan.FromMilliseconds(60), null);

        Assert.Equal(7, once.Rate, 3);
        Assert.Equal(once.Rate, twice.Rate, 3);
    }

    [Fact]
    public void Idle_time_teaches_nothing()
    {
        var pace = Pace.Auto;
        for (var second = 1; second <= 60; second++)
        {
            pace = pace.Sent(TimeSpan.FromSeconds(second)).Accepted(TimeSpan.FromSeconds(second));
        }

        Assert.True(pace.Rate <= 5, $"{pace.Rate}/s after a minute at one call a second");
    }

    private static int CallsIn(TimeSpan span, Pace pace, double serverRate) => Drive(span, pace, new TokenBucket(serverRate)).Accepted;

    /// <summary>Sends a call whenever the pace allows it; each is answered 20 ms later.</summary>
    private static (int Accepted, int Refused) Drive(TimeSpan span, Pace pace, TokenBucket server)
    {
        var (accepted, refused) = (0, 0);
        var roundTrip = TimeSpan.FromMilliseconds(20);
        var replies = new Queue<(TimeSpan At, TimeSpan SentAt, bool Ok)>();
        for (var now = TimeSpan.Zero; now < span; now += TimeSpan.FromMilliseconds(1))
        {
            while (replies.TryPeek(out var reply) && reply.At <= now)
            {
                replies.Dequeue();
                pace = reply.Ok ? pace.Accepted(now) : pace.Refused(reply.SentAt, now, null);
            }

            if (pace.OpenAt <= now)
            {
                pace = pace.Sent(now);
                var ok = server.Take(now);
                (accepted, refused) = ok ? (accepted + 1, refused) : (accepted, refused + 1);
                replies.Enqueue((now + roundTrip, now, ok));
            }
        }

        return (accepted, refused);
    }

    private sealed class TokenBucket(double rate)
    {
        private double _tokens = 1;
        private TimeSpan _at;

        public bool Take(TimeSpan now)
        {
            _tokens = Math.Min(rate, _tokens + ((now - _at).TotalSeconds * rate));
            _at = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
