namespace BatchRunner.Sandbox.Model;

/// <summary>Crockford base32: 10 characters of creation time in ms, 16 of chance.</summary>
internal static class Ulid
{
    public const int Length = 26;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Text(UInt128 value) => string.Create(Length, value, static (text, rest) =>
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(rest & 31)];
            rest >>= 5;
        }
    });

    public static UInt128 Value(long milliseconds, UInt128 chance) => ((UInt128)(ulong)milliseconds << 80) | (chance & (((UInt128)1 << 80) - 1));

    public static bool IsUlid(string text) => text.Length == Length && text[0] <= '7' && text.All(static c => Alphabet.Contains(c, StringComparison.Ordinal));

    /// <summary>Null where the text is no ULID.</summary>
    public static DateTimeOffset? TimeOf(string text)
    {
        if (!IsUlid(text))
        {
            return null;
        }

        var milliseconds = text.Take(10).Aggregate(0L, static (sum, c) => (sum << 5) | (long)Alphabet.IndexOf(c, StringComparison.Ordinal));
        return milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
