namespace BatchRunner.Files;

/// <summary>
/// A file being written. What the disk refuses comes out as <see cref="BatchDirectoryException"/>, so that nobody who copies a
/// download into it takes a full disk for a broken connection.
/// </summary>
internal sealed class OutputStream(Stream file, string path) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    public static OutputStream Create(string path)
    {
        try
        {
            return new OutputStream(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0), path);
        }
        catch (Exception e) when (BatchDirectoryException.IsCausedBy(e))
        {
            throw BatchDirectoryException.CannotWrite(path, e);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            file.Write(buffer);
        }
        catch (Exception e) when (BatchDirectoryException.IsCausedBy(e))
        {
            throw BatchDirectoryException.CannotWrite(path, e);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await file.WriteAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (BatchDirectoryException.IsCausedBy(e))
        {
            throw BatchDirectoryException.CannotWrite(path, e);
        }
    }

    /// <summary>Does nothing: the disk is asked once, by <see cref="FlushToDisk"/>.</summary>
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Returns when the bytes are on the disk.</summary>
    public void FlushToDisk()
    {
        try
        {
            if (file is FileStream onDisk)
                onDisk.Flush(flushToDisk: true);
            else
                file.Flush();
        }
        catch (Exception e) when (BatchDirectoryException.IsCausedBy(e))
        {
            throw BatchDirectoryException.CannotWrite(path, e);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}
