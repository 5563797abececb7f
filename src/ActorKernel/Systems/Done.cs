namespace Akka;

/// <summary>What a task ends with that has no result.</summary>
public sealed class Done
{
    public static readonly Done Instance = new();

    private Done()
    {
    }
}
