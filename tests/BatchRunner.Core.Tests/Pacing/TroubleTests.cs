using BatchRunner.Core.Pacing;

namespace BatchRunner.Core.Tests.Pacing;

public sealed class TroubleTests
{
    [Fact]
    public void Starts_wait_longer_and_longer_while_nothing_is_answered_and_go_at_once_after_an_answer()
    {
        var now = TimeSpan.FromSeconds(10);
        var once = Trouble.None.Failed(now);
        var twice = once.Failed(now);

        Assert.Equal(now + TimeSpan.FromSeconds(1), once.StartsOpenAt);
        Assert.Equal(now + TimeSpan.FromSeconds(2), twice.StartsOpenAt);
        Assert.True(twice.OneAtATime);
        Assert.Equal(Trouble.None, twice.Answered());
    }
}
