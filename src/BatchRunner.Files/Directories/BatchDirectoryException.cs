namespace BatchRunner.Files;

/// <summary>A batch directory cannot be used or written; the message says which, why, and what to do.</summary>
public sealed class BatchDirectoryException : Exception
{
    internal BatchDirectoryException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>True for what the file system throws when it will not do as it is told.</summary>
    internal static bool IsCausedBy(Exception e) => e is IOException or UnauthorizedAccessException;

    internal static BatchDirectoryException CannotWrite(string path, Exception cause) =>
        new($"Cannot write {path}: {cause.Message}", cause);
}
