namespace BatchRunner.Sandbox.Tests.Model;

public sealed class ChanceTests : PlatformTest
{
    [Fact]
    public void Replies_take_as_long_as_the_scenario_says()
    {
        var platform = Platform(Base with { Latency = new(5, 80) });
        var waits = Enumerable.Range(0, 200).Select(_ => platform.Latency()!.Value.TotalMilliseconds).ToList();

        Assert.All(waits, static wait => Assert.InRange(wait, 5, 80));
        Assert.True(waits.Max() - waits.Min() > 60);
        Assert.Null(Platform(Base).Latency());
    }

    [Fact]
    public void A_share_of_reads_fails()
    {
        var platform = Platform(Base with { ReadTrouble = new() { Chance = 0.2 } });

        Assert.InRange(Enumerable.Range(0, 1000).Count(_ => platform.TroubleOfRead() is not null), 150, 250);
        Assert.Null(Platform(Base).TroubleOfRead());
    }
}
