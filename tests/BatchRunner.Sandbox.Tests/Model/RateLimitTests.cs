using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Tests.Model;

public sealed class RateLimitTests : PlatformTest
{
    [Fact]
    public void One_seconds_worth_may_come_at_once_and_then_the_bucket_fills_evenly()
    {
        var platform = Platform(Base with { Rate = 20 });

        Assert.Equal(20, Granted(platform, 30));
        Time.Pass(0.25);
        Assert.Equal(5, Granted(platform, 30));
        Time.Pass(3600);
        Assert.Equal(20, Granted(platform, 30));
    }

    [Fact]
    public void A_burst_can_be_given()
    {
        var platform = Platform(Base with { Rate = 20, Burst = 3 });

        Assert.Equal(3, Granted(platform, 30));
    }

    [Fact]
    public void A_rate_below_one_lets_one_call_through_at_a_time()
    {
        var platform = Platform(Base with { Rate = 0.5 });

        Assert.Equal(1, Granted(platform, 5));
        Time.Pass(1);
        Assert.Equal(0, Granted(platform, 5));
        Time.Pass(1);
        Assert.Equal(1, Granted(platform, 5));
    }

    [Fact]
    public void Without_a_limit_every_call_is_granted()
    {
        Assert.Equal(1000, Granted(Platform(Base with { Rate = 0 }), 1000));
        Assert.Equal(1000, Granted(Platform(Base with { Rate = 1, RateAlgorithm = RateAlgorithm.None }), 1000));
    }

    [Fact]
    public void Retry_After_shuts_the_account_out_and_calls_that_come_early_are_counted()
    {
        var platform = Platform(Base with { Rate = 1, RetryAfter = 3 });
        platform.Admit();

        Assert.Equal(TimeSpan.FromSeconds(3), platform.Admit().Wait);
        Time.Pass(2);
        Assert.Equal(TimeSpan.FromSeconds(1), platform.Admit().Wait);
        Time.Pass(1);

        Assert.False(platform.Admit().Refused);
        Assert.Equal(1, platform.Facts().EarlyCalls);
    }

    private static int Granted(Platform platform, int asked) => Enumerable.Range(0, asked).Count(_ => !platform.Admit().Refused);
}
