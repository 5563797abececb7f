using System.CommandLine;
using BatchRunner.Core.Api;
using BatchRunner.Core.Summary;
using BatchRunner.Files;
using BatchRunner.Terminals;

namespace BatchRunner.Commands;

/// <summary>From arguments to exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var root = new RootCommand("Runs thousands of saved CoreClaw tasks with one command and leaves one CSV.")
        {
            new RunCommand().Create(terminal),
            ValidateCommand.Create(terminal),
            AbortCommand.Create(terminal),
            AccountCommand.Create(terminal),
            new SandboxCommand().Create(terminal),
        };
        var parsed = root.Parse(SandboxFlag.WithoutSwallowing(args));
        if (parsed.Errors.Count > 0)
        {
            return TellErrors(parsed, terminal);
        }

        try
        {
            // Signals are handled by the commands themselves: they need longer than the library would wait.
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception e) when (e is UsageException or BatchDirectoryException)
        {
            terminal.Error.WriteLine($"batchrunner: {e.Message}");
            return ExitCodes.Usage;
        }
        catch (CoreClawException e)
        {
            terminal.Error.WriteLine($"batchrunner: {e.Message}");
            return e.Failure is ApiFailure.Credentials or ApiFailure.Balance ? ExitCodes.AccountRefused : ExitCodes.RowsFailed;
        }
        catch (Exception e)
        {
            terminal.Error.WriteLine($"batchrunner: this is a bug: {e.Message} Details: {BugReport.Write(e)}");
            return ExitCodes.Bug;
        }
    }

    private static int TellErrors(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
        {
            terminal.Error.WriteLine($"batchrunner: {error.Message}");
        }

        var command = parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
        terminal.Error.WriteLine($"See 'batchrunner {command}--help'.");
        return ExitCodes.Usage;
    }
}
