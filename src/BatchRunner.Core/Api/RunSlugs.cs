namespace BatchRunner.Core.Api;

/// <summary>What a run's slug tells: it is a ULID, and CoreClaw's rows carry no other creation time.</summary>
public static class RunSlugs
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int TimeCharacters = 10;
    private const int Length = 26;

    /// <summary>The creation time, to the millisecond; null where the slug is not a ULID.</summary>
    public static DateTimeOffset? CreatedAt(string slug)
    {
        if (slug.Length != Length || slug[0] > '7')
        {
            return null;
        }

        long milliseconds = 0;
        foreach (var c in slug.AsSpan(0, TimeCharacters))
        {
            var digit = Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            milliseconds = (milliseconds * 32) + digit;
        }

        return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}
