namespace BatchRunner.Files;

/// <summary>Files that are there whole or not at all: written under a temporary name beside their place, then renamed into it.</summary>
internal static class WholeFile
{
    /// <param name="path">Where the file is to appear; one that is there already is replaced.</param>
    /// <param name="write">Writes the content; if it throws, nothing is left behind and nothing is replaced.</param>
    /// <param name="cancellationToken">Handed to <paramref name="write"/>.</param>
    public static async Task WriteAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var temporary = TemporaryFor(path);
        var stream = OutputStream.Create(temporary);
        try
        {
            await using (stream)
            {
                await write(stream, cancellationToken);
                stream.FlushToDisk();
            }

            Rename(temporary, path);
        }
        finally
        {
            DirectorySetup.Delete(temporary);
        }
    }

    public static string TemporaryFor(string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", "." + Path.GetFileName(path).TrimStart('.') + ".tmp");

    private static void Rename(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (BatchDirectoryException.IsCausedBy(e))
        {
            throw BatchDirectoryException.CannotWrite(path, e);
        }
    }
}
