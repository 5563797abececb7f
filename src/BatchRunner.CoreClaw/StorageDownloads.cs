using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Downloads;
using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw;

/// <summary>Fetches files from the storage host: no key, no cookies, up to five redirects, nothing kept in memory.</summary>
public sealed class StorageDownloads(TimeProvider time) : IDownloads, IDisposable
{
    // A plain HttpClient, not Flurl: a signed link has to travel as it was given, and Flurl would write it anew.
    private readonly HttpClient _client = NewClient();

    /// <summary>How long the host may send nothing. A large file may take as long as it likes. Default 60 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    public async Task DownloadAsync(Uri link, Stream destination, CancellationToken cancellationToken)
    {
        if (!WebLink.IsWeb(link))
        {
            throw DownloadFailures.NotALink();
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var response = await FromHostAsync(
            link, () => _client.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, either.Token), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw DownloadFailures.OfStatus(link, (int)response.StatusCode, RetryAfter.Of(response, time));
        }

        using var source = await FromHostAsync(link, () => response.Content.ReadAsStreamAsync(either.Token), cancellationToken);
        var chunk = new byte[64 << 10];
        int read;
        while ((read = await FromHostAsync(link, () => source.ReadAsync(chunk, either.Token).AsTask(), cancellationToken)) > 0)
        {
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            await destination.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            patience.CancelAfter(Patience);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Only what the host does is a failed download; a full disk, say, is not.</summary>
    private async Task<T> FromHostAsync<T>(Uri link, Func<Task<T>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException error)
        {
            throw DownloadFailures.Transient(link, $"sent nothing for {Patience.TotalSeconds:0.###} s", error);
        }
        catch (Exception error) when (BodyReader.IsCut(error))
        {
            throw DownloadFailures.Transient(link, $"broke off: {TransportFaults.Reason(error)}", error);
        }
    }

    private static HttpClient NewClient()
    {
        var client = new HttpClient(Handlers.ForDownloads()) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent.Value);
        return client;
    }
}
