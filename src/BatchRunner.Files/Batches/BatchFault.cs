namespace BatchRunner.Files;

/// <summary>One thing that is wrong with a batch file, in words that say what to do about it.</summary>
/// <param name="File">What the user calls the file.</param>
/// <param name="Line">The 1-based line on which the row begins; 0 where the fault is one of the whole file.</param>
/// <param name="What">What is wrong.</param>
public sealed record BatchFault(string File, int Line, string What)
{
    /// <summary><c>FILE:LINE: what is wrong</c>, or <c>FILE: what is wrong</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {What}" : $"{File}: {What}";
}
