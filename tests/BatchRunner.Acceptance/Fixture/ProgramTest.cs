using BatchRunner.Sandbox;

namespace BatchRunner.Acceptance.Fixture;

/// <summary>A test with a folder of its own, a home of its own and, where it asks for one, a local CoreClaw of its own.</summary>
public abstract class ProgramTest : IAsyncLifetime
{
    private readonly List<ProgramRun> _programs = [];
    private SandboxServer? _sandbox;

    protected ProgramTest()
    {
        Folder = Directory.CreateTempSubdirectory("batchrunner-").FullName;
        foreach (var (name, folder) in new[] { ("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("TMPDIR", "tmp") })
        {
            Environment[name] = Directory.CreateDirectory(PathOf(folder)).FullName;
        }

        Environment["DOTNET_EnableDiagnostics"] = "0"; // its pipes would lie in TMPDIR
    }

    /// <summary>Options that make a batch quick where its pace is not what is tested.</summary>
    private protected static string[] Brisk => ["--rate", "500", "--max-concurrent", "10", "--rerun-delay", "50ms"];

    /// <summary>The working directory of the program.</summary>
    private protected string Folder { get; }

    /// <summary>Where <see cref="RunBatchAsync"/> puts the batch.</summary>
    private protected string OutputFolder => PathOf("out");

    /// <summary>What the program's environment has besides the machine's own.</summary>
    private protected Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    private protected SandboxServer Sandbox => _sandbox ?? throw new InvalidOperationException("no sandbox was asked for");

    private protected Summary Summary => Summary.Read(OutputFolder);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _programs.ForEach(program => program.Dispose());
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private protected string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Serves a CoreClaw to which the program is directed by its environment.</summary>
    private protected async Task ServeAsync(Scenario scenario, string? key = null)
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Scenario = scenario, Key = key }, TimeProvider.System, default);
        Environment["CORECLAW_BASE_URL"] = _sandbox.BaseUrl.ToString();
        Environment["CORECLAW_API_KEY"] = key ?? "any";
    }

    /// <summary>Writes a file into the working directory.</summary>
    /// <returns>Its name, as an argument for the program.</returns>
    private protected string Write(string name, params string[] lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), string.Concat(lines.Select(line => line + "\n")));
        return name;
    }

    private protected ProgramRun Start(params string[] arguments) => StartInShell(null, arguments);

    /// <param name="redirect">What a shell appends to the command; null: no shell.</param>
    /// <param name="arguments">Of the program.</param>
    private protected ProgramRun StartInShell(string? redirect, params string[] arguments)
    {
        var program = ProgramRun.Start(arguments, Folder, Environment, redirect);
        _programs.Add(program);
        return program;
    }

    /// <summary>Runs the program to its end, with nothing on its standard input.</summary>
    private protected Task<Ended> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    private protected async Task<Ended> RunWithInputAsync(string input, params string[] arguments)
    {
        var program = Start(arguments);
        await program.WriteInputAsync(input);
        return await program.EndAsync();
    }

    /// <summary>Runs a batch into <see cref="OutputFolder"/>, briskly.</summary>
    private protected Task<Ended> RunBatchAsync(string batch, params string[] options) =>
        RunAsync(["run", batch, "-o", "out", .. Brisk, .. options]);
}
