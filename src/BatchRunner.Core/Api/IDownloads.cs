namespace BatchRunner.Core.Api;

/// <summary>Reads files from the storage host that export and log links point to. It is another origin: it never sees the key.</summary>
public interface IDownloads
{
    /// <summary>Streams the file behind a signed link into <paramref name="destination"/>, without holding it in memory.</summary>
    /// <exception cref="CoreClawException">
    /// <see cref="ApiFailure.TransientRead"/> when another try may help, else <see cref="ApiFailure.NotFound"/> or
    /// <see cref="ApiFailure.Invalid"/>. A body shorter than announced is a transient failure, never a success.
    /// </exception>
    Task DownloadAsync(Uri link, Stream destination, CancellationToken cancellationToken);
}
