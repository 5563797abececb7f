namespace Akka;

/// <summary>What a task ends with that has no result.</summary>
public sealed class Done
{
    private Done()
    {
    }

    public static Done Instance { get; } = new();
}
