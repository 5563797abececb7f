using System.CommandLine;
using System.Globalization;
using BatchRunner.Connection;
using BatchRunner.Core.Summary;
using BatchRunner.Running;
using BatchRunner.Terminals;

namespace BatchRunner.Commands;

/// <summary><c>batchrunner account</c>.</summary>
internal static class AccountCommand
{
    public static Command Create(Terminal terminal)
    {
        var connection = new ConnectionOptions();
        var command = new Command("account", "Check the key and show the balance.").With(
            ["batchrunner account", "batchrunner account --api-key-file ~/.coreclaw-key"],
            (ExitCodes.Success, "CoreClaw accepts the key"),
            (ExitCodes.RowsFailed, "CoreClaw could not be asked"),
            (ExitCodes.Usage, "wrong usage, or no key"),
            (ExitCodes.AccountRefused, "CoreClaw refuses the key"));
        connection.AddTo(command);
        command.SetAction((parsed, stop) => ShowAsync(terminal, connection.Read(parsed), stop));
        return command;
    }

    private static async Task<int> ShowAsync(Terminal terminal, ConnectionFlags flags, CancellationToken cancellationToken)
    {
        await using var session = await ApiSession.OpenAsync(terminal, flags);
        var account = await session.Api.GetAccountAsync(cancellationToken);
        var expiry = account.ExpiresAt is { } at ? $", expires {at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the key is accepted; balance {account.Balance} USD{expiry}"));
        return ExitCodes.Success;
    }
}
