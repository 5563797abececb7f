namespace BatchRunner.Files;

/// <summary>Looks at a file before it is read: is it there, may it be read, can it be UTF-8?</summary>
internal static class FileChecks
{
    /// <returns>What is wrong with the file as a whole, or null.</returns>
    public static string? FaultOf(string path)
    {
        if (Directory.Exists(path))
            return "this is a directory, not a batch file";
        try
        {
            Span<byte> start = stackalloc byte[2];
            using var file = File.OpenRead(path);
            var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return length switch
            {
                0 => "the file is empty: a batch needs at least one row",
                2 when start is [0xFF, 0xFE] or [0xFE, 0xFF] => "the file is written in UTF-16: save it as UTF-8",
                _ => null,
            };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return "there is no such file";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"the file cannot be read: {e.Message}";
        }
    }
}
