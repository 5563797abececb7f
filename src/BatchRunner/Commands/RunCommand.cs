using System.CommandLine;
using BatchRunner.Connection;
using BatchRunner.Core.Pacing;
using BatchRunner.Core.Runs;
using BatchRunner.Core.Summary;
using BatchRunner.Running;
using BatchRunner.Terminals;

namespace BatchRunner.Commands;

/// <summary><c>batchrunner run BATCH</c>.</summary>
internal sealed class RunCommand
{
    private static readonly RunPolicy Defaults = new();

    private readonly BatchArgument _batch = new();
    private readonly ConnectionOptions _connection = new();

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The batch directory. Default: runs/<file stem>-<UTC time>.",
        HelpName = "DIR",
    };

    private readonly Option<SlotLimit?> _slots = new("--max-concurrent")
    {
        Description = "Runs in flight at once; auto (default) learns the plan's limit from CoreClaw's refusals.",
        HelpName = "N|auto",
        CustomParser = OptionParsers.Slots,
    };

    private readonly Option<Pace?> _pace = new("--rate")
    {
        Description = "API calls per second, at most; auto (default) learns the limit from CoreClaw's refusals.",
        HelpName = "N|auto",
        CustomParser = OptionParsers.Pace,
    };

    private readonly Option<int> _attempts = new("--max-attempts")
    {
        Description = "The start and the reruns after failure, together.",
        HelpName = "N",
        CustomParser = OptionParsers.Attempts,
        DefaultValueFactory = _ => Defaults.MaxAttempts,
    };

    private readonly Option<TimeSpan?> _delay = new("--rerun-delay")
    {
        Description = "Base of the growing, jittered wait before a rerun. Default: 2s.",
        HelpName = "DUR",
        CustomParser = OptionParsers.Duration,
    };

    private readonly Option<TimeSpan?> _timeout = new("--run-timeout")
    {
        Description = "A run that lives longer is aborted and ends as timed_out. Default: none.",
        HelpName = "DUR",
        CustomParser = OptionParsers.Duration,
    };

    private readonly Option<string?> _collect = new("--collect")
    {
        Description = "Save the results of succeeded runs: none (default), csv, json, jsonl, xlsx, …",
        HelpName = "FORMAT",
        CustomParser = OptionParsers.Collect,
    };

    private readonly Option<int?> _sandbox = new("--sandbox")
    {
        Description = "Run against a local CoreClaw inside this process; no key needed. PLAN: its runs at once.",
        HelpName = "PLAN",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = OptionParsers.Plan,
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what would be done, and start nothing." };
    private readonly Option<bool> _json = new("--json") { Description = "Print summary.json on standard output, and nothing else there." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Warnings and errors only." };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "A line for each start, end and failure besides." };
    private readonly Option<bool> _noProgress = new("--no-progress") { Description = "No progress lines." };

    public Command Create(Terminal terminal)
    {
        var command = new Command("run", "Start every row of a batch file, follow each run to its end, rerun failures, write the summary.")
        {
            _output, _slots, _pace, _attempts, _delay, _timeout, _collect, _sandbox, _dryRun, _json, _quiet, _verbose, _noProgress,
        }.With(
            ["batchrunner run batches/demo.csv --sandbox", "batchrunner run nightly.csv --collect jsonl --max-attempts 2 -o /data/nightly"],
            (ExitCodes.Success, "every row succeeded"),
            (ExitCodes.RowsFailed, "finished, and at least one row failed, was aborted, timed out or was rejected"),
            (ExitCodes.Usage, "wrong usage, faulty batch file, no key, unwritable output: nothing was started"),
            (ExitCodes.AccountRefused, "CoreClaw refuses the account (credentials or balance); the other rows are not_started"),
            (ExitCodes.InDoubt, "at least one row is in_doubt: a reply was lost, and it cannot be told whether a run exists"),
            (ExitCodes.Bug, "a bug of ours"),
            (ExitCodes.Interrupted, "interrupted by Ctrl-C (143: by SIGTERM); living runs are left alone"));
        _batch.AddTo(command);
        _connection.AddTo(command);
        command.SetAction((parsed, _) => new BatchRun(terminal, TimeProvider.System, Read(parsed)).RunAsync());
        return command;
    }

    private RunOptions Read(ParseResult parsed) => new()
    {
        Batch = _batch.Read(parsed),
        Output = parsed.GetValue(_output),
        Slots = parsed.GetValue(_slots) ?? SlotLimit.Auto,
        Pace = parsed.GetValue(_pace) ?? Pace.Auto,
        Policy = new RunPolicy
        {
            MaxAttempts = parsed.GetValue(_attempts),
            RerunDelay = parsed.GetValue(_delay) ?? Defaults.RerunDelay,
            RunTimeout = parsed.GetValue(_timeout),
            CollectFormat = parsed.GetValue(_collect),
        },
        Sandbox = parsed.GetResult(_sandbox) is not null,
        SandboxPlan = parsed.GetValue(_sandbox),
        DryRun = parsed.GetValue(_dryRun),
        Json = parsed.GetValue(_json),
        Verbosity = parsed.GetValue(_quiet) || parsed.GetValue(_noProgress) ? Verbosity.Quiet
            : parsed.GetValue(_verbose) ? Verbosity.Verbose : Verbosity.Normal,
        Connection = _connection.Read(parsed),
    };
}
