using System.CommandLine;
using BatchRunner.Core.Summary;
using BatchRunner.Running;
using BatchRunner.Terminals;

namespace BatchRunner.Commands;

/// <summary><c>batchrunner validate BATCH</c>.</summary>
internal static class ValidateCommand
{
    public static Command Create(Terminal terminal)
    {
        var batch = new BatchArgument();
        var command = new Command("validate", "Read a batch file and say everything that is wrong with it. Starts nothing and calls nobody.").With(
            ["batchrunner validate nightly.csv", "cat ids | batchrunner validate - --format txt"],
            (ExitCodes.Success, "the batch can be run"),
            (ExitCodes.Usage, "it has faults; each is listed as FILE:LINE: what is wrong"));
        batch.AddTo(command);
        command.SetAction((parsed, stop) => ValidateAsync(terminal, batch.Read(parsed), stop));
        return command;
    }

    private static async Task<int> ValidateAsync(Terminal terminal, BatchInput input, CancellationToken cancellationToken)
    {
        using var readable = await ReadableCopy.OfAsync(input, cancellationToken);
        var batch = await input.CheckAsync(readable.Path, cancellationToken);
        terminal.Output.WriteLine($"{batch.Name}: {Plural.Of(batch.Count, "row")}, no faults");
        return ExitCodes.Success;
    }
}
