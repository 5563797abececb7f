using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Tests.Model;

public sealed class SlugTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_786_000_780_538);

    [Fact]
    public void Its_first_ten_characters_are_the_creation_time()
    {
        var slug = new SlugMint(1).Next(At);

        Assert.StartsWith("01KZAZ2B7T", slug, StringComparison.Ordinal);
        Assert.Equal(26, slug.Length);
        Assert.Equal(At, Ulid.TimeOf(slug));
    }

    [Fact]
    public void Each_is_later_than_the_one_before_also_within_a_millisecond()
    {
        var mint = new SlugMint(1);
        var slugs = Enumerable.Range(0, 2000).Select(i => mint.Next(At.AddMilliseconds(i / 1000))).ToList();

        Assert.Equal(slugs.Order(StringComparer.Ordinal), slugs);
        Assert.Equal(2000, slugs.Distinct().Count());
        Assert.All(slugs, slug => Assert.True(Ulid.TimeOf(slug) - At < TimeSpan.FromMilliseconds(2)));
    }

    [Theory]
    [InlineData("maps-berlin")]
    [InlineData("01KZAZ2B7T")]
    [InlineData("01KZAZ2B7TIIIIIIIIIIIIIIII")]
    public void Other_texts_have_no_time(string text) => Assert.Null(Ulid.TimeOf(text));
}
