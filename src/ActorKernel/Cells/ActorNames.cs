using System.Text;

namespace Akka.Actor;

internal static class ActorNames
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";
    private const string Symbols = "-_.*$+:@&=,!~';()";
    private static long _uid;

    public static long NextUid() => Interlocked.Increment(ref _uid);

    public static string Generate(long number)
    {
        var name = new StringBuilder("$");
        do
        {
            name.Append(Digits[(int)(number & 63)]);
            number >>= 6;
        }
        while (number > 0);
        return name.ToString();
    }

    public static void Check(string name)
    {
        if (name.Length == 0)
        {
            throw new InvalidActorNameException("Actor name must not be empty");
        }

        if (name[0] == '$' || !name.All(c => char.IsAsciiLetterOrDigit(c) || Symbols.Contains(c, StringComparison.Ordinal)))
        {
            throw new InvalidActorNameException($"Illegal actor name [{name}]: it may hold ASCII letters, digits and {Symbols}, and not start with $");
        }
    }
}
