namespace BatchRunner.Tests;

/// <summary>Slugs as CoreClaw makes them.</summary>
internal static class Ulid
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A ULID that was created at this moment.</summary>
    public static string Of(DateTimeOffset createdAt, int number = 0)
    {
        var time = createdAt.ToUnixTimeMilliseconds();
        var text = new char[10];
        for (var i = 9; i >= 0; i--, time /= 32)
        {
            text[i] = Alphabet[(int)(time % 32)];
        }

        return new string(text) + $"{number:D16}";
    }
}
