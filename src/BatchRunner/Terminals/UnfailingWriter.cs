using System.Text;

namespace BatchRunner.Terminals;

/// <summary>
/// Writes what it can. A disk that is full under standard error must not end a batch: its account is in the summary, and
/// there is nobody left to tell.
/// </summary>
internal sealed class UnfailingWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // What cannot be written here cannot be complained about here either.
        }
    }
}
