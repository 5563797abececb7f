using BatchRunner.CoreClaw.Failures;

namespace BatchRunner.CoreClaw.Tests.Failures;

public sealed class KeyScrubberTests
{
    private static readonly KeyScrubber Scrubber = new("key+/=1");

    [Theory]
    [InlineData("bad key key+/=1!", "bad key [key]!")]
    [InlineData("?token=key%2B%2F%3D1&x", "?token=[key]&x")]
    [InlineData("?token=key%2b%2f%3d1&x", "?token=[key]&x")]
    [InlineData("nothing secret", "nothing secret")]
    public void Every_form_of_the_key_is_taken_out(string text, string expected)
    {
        Assert.Equal(expected, Scrubber.Scrub(text));
        Assert.Equal(text == expected, Scrubber.IsClean(text));
    }
}
