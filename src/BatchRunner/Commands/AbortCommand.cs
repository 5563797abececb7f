using System.CommandLine;
using BatchRunner.Connection;
using BatchRunner.Core.Api;
using BatchRunner.Core.Summary;
using BatchRunner.Running;
using BatchRunner.Terminals;

namespace BatchRunner.Commands;

/// <summary><c>batchrunner abort --run SLUG</c> and <c>abort --last</c>.</summary>
internal static class AbortCommand
{
    public static Command Create(Terminal terminal)
    {
        var run = new Option<string?>("--run") { Description = "Abort this run.", HelpName = "SLUG" };
        var last = new Option<bool>("--last") { Description = "Abort the account's newest run, whoever started it; it is shown first." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask before --last." };
        var connection = new ConnectionOptions();
        var command = new Command("abort", "Abort a run.") { run, last, yes }.With(
            ["batchrunner abort --run 01KZAZ2B7T0000000000000000", "batchrunner abort --last --yes"],
            (ExitCodes.Success, "CoreClaw accepted the abort"),
            (ExitCodes.RowsFailed, "nothing was aborted"),
            (ExitCodes.Usage, "wrong usage, no key, or no --yes where nobody can be asked"),
            (ExitCodes.AccountRefused, "CoreClaw refuses the key"));
        connection.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(run) is not null == result.GetValue(last))
            {
                result.AddError("say which run: either --run SLUG or --last.");
            }
        });
        command.SetAction((parsed, stop) => parsed.GetValue(run) is { } slug
            ? AbortAsync(terminal, connection.Read(parsed), slug, stop)
            : AbortLastAsync(terminal, connection.Read(parsed), parsed.GetValue(yes), stop));
        return command;
    }

    private static async Task<int> AbortAsync(Terminal terminal, ConnectionFlags flags, string slug, CancellationToken cancellationToken)
    {
        await using var session = await ApiSession.OpenAsync(terminal, flags);
        await session.Api.AbortAsync(slug, cancellationToken);
        terminal.Output.WriteLine($"CoreClaw is aborting run {slug}");
        return ExitCodes.Success;
    }

    /// <summary>Aborts the run that was shown, not "the last one": another may have been started in between.</summary>
    private static async Task<int> AbortLastAsync(Terminal terminal, ConnectionFlags flags, bool yes, CancellationToken cancellationToken)
    {
        if (!yes && !terminal.IsInteractive)
        {
            throw new UsageException("--last needs --yes where nobody can be asked: the newest run may be somebody else's.");
        }

        await using var session = await ApiSession.OpenAsync(terminal, flags);
        var run = await session.Api.GetLastRunAsync(cancellationToken);
        terminal.Error.WriteLine($"newest run: {Describe(run)}");
        if (!yes)
        {
            terminal.Error.Write("abort it? [y/N] ");
            if (terminal.Input.ReadLine()?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
            {
                terminal.Error.WriteLine("nothing was aborted");
                return ExitCodes.RowsFailed;
            }
        }

        await session.Api.AbortAsync(run.Slug, cancellationToken);
        terminal.Output.WriteLine($"CoreClaw is aborting run {run.Slug}");
        return ExitCodes.Success;
    }

    private static string Describe(RunReport run)
    {
        var started = run.StartedAt is { } at ? $", started {at:u}" : "";
        return $"{run.Slug}, {run.StatusText}, {run.WorkerTitle ?? run.WorkerSlug ?? "unknown Worker"}{started}";
    }
}
