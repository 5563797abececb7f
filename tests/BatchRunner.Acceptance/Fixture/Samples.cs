namespace BatchRunner.Acceptance.Fixture;

/// <summary>The batch files that come with the program.</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.Combine(FindRoot(), "batches");

    public static string PathOf(string name) => Path.Combine(Folder, name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BatchRunner.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"no repository around {AppContext.BaseDirectory}");
        }

        return folder.FullName;
    }
}
