namespace BatchRunner.Files;

/// <summary>Creates, probes and cleans up directories; whatever fails is a <see cref="BatchDirectoryException"/>.</summary>
internal static class DirectorySetup
{
    /// <returns>The directories that were not there before, the innermost first.</returns>
    public static IReadOnlyList<string> Create(string path)
    {
        try
        {
            var missing = new List<string>();
            for (var at = Path.GetFullPath(path); !string.IsNullOrEmpty(at) && !Directory.Exists(at); at = Path.GetDirectoryName(at))
                missing.Add(at);
            Directory.CreateDirectory(path);
            return missing;
        }
        catch (Exception e) when (BatchDirectoryException.IsCausedBy(e) || e is ArgumentException)
        {
            throw new BatchDirectoryException($"Cannot create the directory {path}: {e.Message}", e);
        }
    }

    public static void CheckWritable(string path)
    {
        var probe = Path.Combine(path, ".writable.tmp");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (BatchDirectoryException.IsCausedBy(e))
        {
            throw new BatchDirectoryException($"Cannot write in the directory {path}: {e.Message}", e);
        }
    }

    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (BatchDirectoryException.IsCausedBy(e))
        {
            throw new BatchDirectoryException($"Cannot remove {path}: {e.Message}", e);
        }
    }

    public static void RemoveEmpty(IEnumerable<string> innermostFirst)
    {
        foreach (var directory in innermostFirst)
        {
            try
            {
                if (Directory.EnumerateFileSystemEntries(directory).Any())
                    return;
                Directory.Delete(directory);
            }
            catch (Exception e) when (BatchDirectoryException.IsCausedBy(e))
            {
                throw new BatchDirectoryException($"Cannot remove {directory}: {e.Message}", e);
            }
        }
    }
}
