using System.Diagnostics;
using System.Reflection;

namespace BatchRunner.Acceptance.Fixture;

/// <summary>The real program as a process.</summary>
internal sealed class ProgramRun : IDisposable
{
    /// <summary>Generous, for a loaded machine: no test waits for it unless something hangs.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(90);

    private static readonly string ProgramPath = typeof(ProgramRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Program").Value!;

    private readonly Process _process;
    private readonly Captured _output;
    private readonly Captured _error;

    private ProgramRun(Process process)
    {
        _process = process;
        _output = new Captured(process.StandardOutput);
        _error = new Captured(process.StandardError);
    }

    public int Id => _process.Id;

    /// <summary>What it has written to standard output so far.</summary>
    public string Output => _output.ToString();

    /// <param name="arguments">Of the program.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Added to a bare environment: nothing of the user's settings reaches the program.</param>
    /// <param name="redirect">What a shell appends to the command, such as <c>2>/dev/full</c>; null: no shell.</param>
    public static ProgramRun Start(
        IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment, string? redirect = null)
    {
        string[] command = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ProgramPath, .. arguments];
        if (redirect is not null)
        {
            command = ["/bin/sh", "-c", $"exec \"$@\" {redirect}", "sh", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ProgramRun(Process.Start(start)!);
    }

    /// <summary>Ends when the text has appeared on standard output.</summary>
    public Task SaidAsync(string text) => _output.WaitForAsync(text).WaitAsync(Bound, TimeProvider.System);

    /// <summary>Ends when the text has appeared on standard error.</summary>
    public Task WarnedAsync(string text) => _error.WaitForAsync(text).WaitAsync(Bound, TimeProvider.System);

    public async Task WriteInputAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        _process.StandardInput.Close();
    }

    public void Signal(Signal signal) => Signals.Send(Id, signal);

    /// <summary>Waits for the process's end.</summary>
    public async Task<Ended> EndAsync()
    {
        using var bound = new CancellationTokenSource(Bound, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(bound.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            Assert.Fail($"the program did not end within {Bound.TotalSeconds} s.\noutput:\n{_output}\nerror:\n{_error}");
        }

        await Task.WhenAll(_output.Finished, _error.Finished);
        return new Ended(_process.ExitCode, _output.ToString(), _error.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("CORECLAW_", StringComparison.Ordinal) || name is "HOME" or "XDG_CONFIG_HOME" or "NO_COLOR";
}

/// <summary>A process that has ended.</summary>
internal sealed record Ended(int ExitCode, string Output, string Error)
{
    /// <summary>Fails with all that the program said unless it ended with this code.</summary>
    public Ended Expect(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"expected exit code {exitCode}, found {ExitCode}.\noutput:\n{Output}\nerror:\n{Error}");
        return this;
    }
}
