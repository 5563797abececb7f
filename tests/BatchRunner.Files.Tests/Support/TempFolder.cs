namespace BatchRunner.Files.Tests.Support;

/// <summary>A directory of one test, gone when the test is over.</summary>
public sealed class TempFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("batchrunner-files-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public string[] AllFiles() =>
        [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Order()];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
