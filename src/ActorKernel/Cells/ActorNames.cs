namespace Akka.Actor;

internal static class ActorNames
{
    private const string Symbols = "-_.*$+:@&=,!~';()";
    private static long _uid;

    public static long NextUid() => Interlocked.Increment(ref _uid);

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
