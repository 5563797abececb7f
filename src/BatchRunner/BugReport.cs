namespace BatchRunner;

/// <summary>Where the details of a bug go, so that the terminal gets one line.</summary>
internal static class BugReport
{
    /// <returns>The path of the report, or the report itself where no file can be written.</returns>
    public static string Write(Exception error)
    {
        var path = Path.Combine(Path.GetTempPath(), $"batchrunner-bug-{Environment.ProcessId}.txt");
        try
        {
            File.WriteAllText(path, $"batchrunner {typeof(BugReport).Assembly.GetName().Version}\n{error}\n");
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return error.ToString();
        }
    }
}
