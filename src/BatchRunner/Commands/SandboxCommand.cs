using System.CommandLine;
using BatchRunner.Core.Summary;
using BatchRunner.Running;
using BatchRunner.Sandbox;
using BatchRunner.Terminals;

namespace BatchRunner.Commands;

/// <summary><c>batchrunner sandbox</c>.</summary>
internal sealed class SandboxCommand
{
    private readonly Option<int> _port = new("--port") { Description = "Port on loopback; 0 takes a free one.", HelpName = "PORT", DefaultValueFactory = _ => 8787 };
    private readonly Option<int?> _plan = new("--plan") { Description = "Runs at once; 0: no limit. Default: the scenario's, else 10.", HelpName = "N" };
    private readonly Option<double?> _rate = new("--rate") { Description = "Calls per second; 0: no limit. Default: the scenario's, else 20.", HelpName = "N" };
    private readonly Option<int> _seed = new("--seed") { Description = "The same seed makes tasks turn out the same.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _key = new("--key") { Description = "The only key that is accepted. Default: any.", HelpName = "KEY" };
    private readonly Option<string?> _scenario = new("--scenario") { Description = "How tasks behave; see docs/sandbox.md.", HelpName = "FILE" };

    public Command Create(Terminal terminal)
    {
        var command = new Command("sandbox", "Serve a local CoreClaw for trying things out, until interrupted.")
        {
            _port, _plan, _rate, _seed, _key, _scenario,
        }.With(
            ["batchrunner sandbox --plan 5 --rate 10", "batchrunner sandbox --port 0 --scenario night.json"],
            (ExitCodes.Success, "stopped by Ctrl-C or SIGTERM"),
            (ExitCodes.Usage, "wrong usage, a faulty scenario, or the port is taken"));
        command.SetAction((parsed, _) => ServeAsync(terminal, new SandboxOptions
        {
            Port = parsed.GetValue(_port),
            Plan = parsed.GetValue(_plan),
            Rate = parsed.GetValue(_rate),
            Seed = parsed.GetValue(_seed),
            Key = parsed.GetValue(_key),
            ScenarioPath = parsed.GetValue(_scenario),
        }));
        return command;
    }

    private static async Task<int> ServeAsync(Terminal terminal, SandboxOptions options)
    {
        using var signals = new InterruptSignals();
        await using var server = await StartAsync(options);
        terminal.Output.WriteLine($"serving CoreClaw at {server.BaseUrl} (Ctrl-C stops)");
        terminal.Output.WriteLine($"  use it:       export CORECLAW_BASE_URL={server.BaseUrl} CORECLAW_API_KEY={options.Key ?? "any"}");
        terminal.Output.WriteLine($"  look into it: {server.BaseUrl}_sandbox/stats");
        terminal.Output.Flush();
        var stopped = new TaskCompletionSource();
        await using var registration = signals.Token.Register(stopped.SetResult);
        await stopped.Task;
        return ExitCodes.Success;
    }

    private static async Task<SandboxServer> StartAsync(SandboxOptions options)
    {
        try
        {
            return await SandboxServer.StartAsync(options, TimeProvider.System, CancellationToken.None);
        }
        catch (ScenarioException e)
        {
            throw new UsageException(e.Message);
        }
        catch (IOException e)
        {
            throw new UsageException($"the sandbox cannot serve on port {options.Port}: {e.Message}");
        }
    }
}
