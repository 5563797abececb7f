using BatchRunner.Core.Api;

namespace BatchRunner.Core.Tests.Api;

public sealed class RunSlugsTests
{
    [Theory]
    [InlineData("01KZAZ2B7T0000000000000000", 1786000780538)]
    [InlineData("01kzaz2b7t0000000000000000", 1786000780538)]
    public void A_slug_tells_when_the_run_was_created(string slug, long milliseconds) =>
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), RunSlugs.CreatedAt(slug));

    [Theory]
    [InlineData("")]
    [InlineData("run-1")]
    [InlineData("01KZAZ2B7U!000000000000000")]
    [InlineData("01KZAZ2BIL0000000000000000")]
    [InlineData("81KZAZ2B7T0000000000000000")]
    public void Anything_else_tells_nothing(string slug) => Assert.Null(RunSlugs.CreatedAt(slug));
}
