using System.CommandLine;
using BatchRunner.Files;
using BatchRunner.Running;

namespace BatchRunner.Commands;

/// <summary>The argument and the option that name a batch to read.</summary>
internal sealed class BatchArgument
{
    private readonly Argument<string> _batch = new("BATCH") { Description = "The batch file (.txt, .csv or .jsonl), or - for standard input." };

    private readonly Option<BatchFormat?> _format = new("--format")
    {
        Description = "Format of the batch: txt, csv or jsonl. Default: by its extension.",
        HelpName = "FORMAT",
        CustomParser = OptionParsers.Format,
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_batch);
        command.Options.Add(_format);
    }

    /// <exception cref="UsageException">The format cannot be told.</exception>
    public BatchInput Read(ParseResult parsed) => BatchInput.Of(parsed.GetRequiredValue(_batch), parsed.GetValue(_format));
}
