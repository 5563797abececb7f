using BatchRunner.Core.Pacing;

namespace BatchRunner.Core.Tests.Pacing;

public sealed class SlotLimitTests
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(100);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(5, 3)]
    [InlineData(10, 3)]
    [InlineData(50, 3)]
    public void A_learned_limit_finds_every_plan_with_few_refusals(int plan, int mostRefusals)
    {
        var (limit, alive, refusals) = (SlotLimit.Auto, 0, 0);
        for (var tries = 0; tries < 200 && limit.Admits(alive, Start); tries++)
        {
            if (alive < plan)
            {
                limit = limit.Accepted(++alive);
            }
            else
            {
                limit = limit.Refused(alive, Start + TimeSpan.FromSeconds(tries), Start + TimeSpan.FromSeconds(tries));
                refusals++;
            }
        }

        Assert.Equal((plan, plan, plan), (alive, limit.Now, limit.Met));
        Assert.InRange(refusals, 1, mostRefusals);
    }

    [Fact]
    public void A_given_limit_is_never_passed()
    {
        var limit = SlotLimit.Given(3).Refused(2, Start, Start).Accepted(3);

        Assert.False(limit.Admits(3, Start + TimeSpan.FromHours(1)));
    }

    [Fact]
    public void After_a_refusal_one_more_is_tried_from_time_to_time_and_rarer_while_it_fails()
    {
        var once = SlotLimit.Auto.Refused(4, Start, Start);
        var twice = once.Refused(4, Start + TimeSpan.FromTicks(1), Start);

        Assert.False(once.Admits(4, Start));
        Assert.True(once.Admits(4, Start + TimeSpan.FromSeconds(5)));
        Assert.False(twice.Admits(4, Start + TimeSpan.FromSeconds(5)));
        Assert.True(twice.Admits(4, Start + TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void A_burst_of_refusals_is_one_piece_of_news()
    {
        var once = SlotLimit.Given(50).Refused(1, Start, Start);
        var burst = Enumerable.Range(1, 8).Aggregate(once, (limit, n) => limit.Refused(1, Start, Start + TimeSpan.FromMilliseconds(n)));

        Assert.Equal(once.ProbeAt, burst.ProbeAt);
    }

    [Fact]
    public void A_probe_that_succeeds_is_followed_by_the_next_at_once()
    {
        var limit = SlotLimit.Auto.Refused(4, Start, Start).Accepted(5);

        Assert.Equal(5, limit.Now);
        Assert.True(limit.Admits(5, Start));
    }

    [Fact]
    public void Others_may_hold_every_slot_and_it_is_tried_again_later()
    {
        var limit = SlotLimit.Auto.Refused(0, Start, Start);

        Assert.False(limit.Admits(0, Start));
        Assert.True(limit.Admits(0, Start + TimeSpan.FromSeconds(5)));
    }
}
