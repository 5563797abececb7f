using System.Globalization;
using BatchRunner.Commands;
using BatchRunner.Connection;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Summary;
using BatchRunner.CoreClaw;
using BatchRunner.Engine.Supervisor;
using BatchRunner.Files;
using BatchRunner.Sandbox;
using BatchRunner.Terminals;

namespace BatchRunner.Running;

/// <summary>One batch from its file to its exit code.</summary>
internal sealed class BatchRun(Terminal terminal, TimeProvider time, RunOptions options)
{
    /// <summary>The sandbox inside the process takes no other key, so that a wrong one would be noticed.</summary>
    private const string SandboxKey = "sandbox";

    /// <exception cref="UsageException">Nothing was started.</exception>
    public async Task<int> RunAsync()
    {
        if (options.Batch.Name == BatchInput.StandardInput && options.Connection.KeyFile == BatchInput.StandardInput)
        {
            throw new UsageException("the batch and the key cannot both come from standard input.");
        }

        // The key may come from standard input: until it is read, a signal ends the process as it always does.
        var connection = options.Sandbox ? null : ConnectionSettings.OfProcess(terminal).Resolve(options.Connection);
        using var signals = new InterruptSignals();
        try
        {
            return await RunAsync(connection, signals);
        }
        catch (OperationCanceledException) when (signals.ExitCode != 0)
        {
            return signals.ExitCode; // interrupted before anything was started
        }
    }

    private async Task<int> RunAsync(CoreClawConnection? connection, InterruptSignals signals)
    {
        var path = options.Output ?? NewDirectoryName();
        if (options.DryRun)
        {
            return await new DryRun(terminal, options).TellAsync(path, connection?.BaseUrl, signals.Token);
        }

        var (batch, directory) = await PrepareAsync(path, signals.Token);
        await using var sandbox = options.Sandbox ? await ServeSandboxAsync() : null;
        connection ??= new CoreClawConnection(sandbox!.BaseUrl, SandboxKey, AuthMode.Bearer);
        return await RunAsync(batch, directory, connection, signals);
    }

    /// <summary>Everything that can be wrong on this machine is found before the first call.</summary>
    private async Task<(BatchFile Batch, BatchDirectory Directory)> PrepareAsync(string path, CancellationToken cancellationToken)
    {
        await using var content = options.Batch.Open();
        var directory = BatchDirectory.Create(path);
        try
        {
            var copy = await directory.TakeWorkingCopyAsync(content, options.Batch.Format, cancellationToken);
            return (await options.Batch.CheckAsync(copy, cancellationToken), directory);
        }
        catch
        {
            directory.Discard();
            throw;
        }
    }

    private Task<SandboxServer> ServeSandboxAsync() =>
        SandboxServer.StartAsync(new SandboxOptions { Plan = options.SandboxPlan, Key = SandboxKey }, time, CancellationToken.None);

    private async Task<int> RunAsync(BatchFile batch, BatchDirectory directory, CoreClawConnection connection, InterruptSignals signals)
    {
        Say($"{batch.Name}: {Plural.Of(batch.Count, "row")} against {(options.Sandbox ? "the sandbox" : connection.BaseUrl)}, into {directory.Path}");
        using var client = new CoreClawClient(connection, time);
        using var downloads = new StorageDownloads(time);
        using var progress = new PlainProgress(terminal.Error, options.Verbosity, batch.Count, time);
        var outcome = await EngineRun.RunAsync(
            new BatchJob
            {
                Batch = batch,
                Directory = directory.Path,
                Api = client,
                Starter = client,
                Downloads = downloads,
                Files = directory,
                Journal = new InMemoryJournal(),
                Observer = progress,
                Policy = options.Policy,
                Pace = options.Pace,
                Slots = options.Slots,
                Time = time,
                Seed = Environment.ProcessId,
            },
            signals);
        switch (outcome)
        {
            case BatchProtocol.BatchFinished finished:
                directory.RemoveWorkingCopy();
                Tell(finished.Summary, directory);
                return finished.Summary.ExitCode;
            case BatchProtocol.BatchFailed { ExitCode: ExitCodes.Usage } failed:
                directory.Discard();
                throw new UsageException(failed.Reason);
            case BatchProtocol.BatchFailed failed:
                terminal.Error.WriteLine($"batchrunner: {failed.Reason}");
                return failed.ExitCode;
            default:
                throw new InvalidOperationException($"no such outcome: {outcome}");
        }
    }

    private void Tell(BatchSummary summary, BatchDirectory directory)
    {
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{Plural.Of(summary.Rows, "row")}: {PlainProgress.Counts(summary.Counts)}; {Plural.Of(summary.Attempts, "run")}, usage {summary.Usage}, {Plural.Of(summary.Calls.Total, "call")}, {summary.Wall.TotalSeconds:0.0} s"));
        try
        {
            terminal.Output.Write(options.Json ? SummaryJson.Write(summary) : directory.SummaryCsvPath + "\n");
            terminal.Output.Flush();
        }
        catch (IOException e)
        {
            terminal.Error.WriteLine($"batchrunner: standard output cannot be written ({e.Message}); the summary is in {directory.SummaryCsvPath}");
        }
    }

    private string NewDirectoryName()
    {
        var name = Path.Combine(
            "runs", $"{options.Batch.Stem}-{time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name}-{number}").First(free => !Directory.Exists(free));
    }

    private void Say(string line)
    {
        if (options.Verbosity != Verbosity.Quiet)
        {
            terminal.Error.WriteLine(line);
        }
    }
}
