namespace BatchRunner.Terminals;

/// <summary>
/// Where the program talks to people and scripts: results on standard output, everything else on standard error.
/// The only place that knows the console.
/// </summary>
internal sealed class Terminal
{
    /// <summary>The program's own console.</summary>
    public static Terminal OfProcess { get; } = new(Console.Out, Console.Error, Console.In, !Console.IsInputRedirected);

    public Terminal(TextWriter output, TextWriter error, TextReader input, bool isInteractive) =>
        (Output, Error, Input, IsInteractive) = (TextWriter.Synchronized(output), TextWriter.Synchronized(new UnfailingWriter(error)), input, isInteractive);

    /// <summary>The result, and nothing else.</summary>
    public TextWriter Output { get; }

    /// <summary>Progress, warnings, errors. Writing to it never fails.</summary>
    public TextWriter Error { get; }

    public TextReader Input { get; }

    /// <summary>Whether a person can answer a question.</summary>
    public bool IsInteractive { get; }

    /// <summary>Standard input as bytes.</summary>
    public static Stream OpenInput() => Console.OpenStandardInput();
}
