using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Pacing;
using BatchRunner.Core.Summary;

namespace BatchRunner.Engine.Run;

/// <summary>Brings the results of a run to disk: asks for an export, then streams the file behind its link.</summary>
internal sealed class ResultCollector(ICoreClaw api, IDownloads downloads, IBatchFiles files, TimeProvider time)
{
    /// <summary>A link can expire and a storage host can hang up; each try asks for a fresh link.</summary>
    private const int MaxTries = 5;

    /// <summary>Files that are fetched at once, so that a slow storage host holds up no more than that.</summary>
    private const int MaxDownloads = 16;

    private static readonly TimeSpan RetryUnit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _downloads = new(MaxDownloads);

    /// <returns>The path of the file, relative to the batch directory.</returns>
    /// <exception cref="CoreClawException">The export was refused, or the file could not be read.</exception>
    public async Task<string> CollectAsync(BatchRow row, string runSlug, string format, CancellationToken cancellationToken)
    {
        await _downloads.WaitAsync(cancellationToken);
        try
        {
            return await FetchAsync(row, runSlug, format, cancellationToken);
        }
        finally
        {
            _downloads.Release();
        }
    }

    private async Task<string> FetchAsync(BatchRow row, string runSlug, string format, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var link = await api.ExportAsync(runSlug, format, cancellationToken);
                return await files.WriteResultsAsync(
                    row, format, (stream, ct) => downloads.DownloadAsync(link, stream, ct), cancellationToken);
            }
            catch (CoreClawException e) when (tries < MaxTries && e.Failure is ApiFailure.TransientRead or ApiFailure.NotSent)
            {
                await Task.Delay(Backoff.Exponential(RetryUnit, tries - 1, LongestRetry), time, cancellationToken);
            }
        }
    }
}
