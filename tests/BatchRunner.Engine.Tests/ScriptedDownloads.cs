using BatchRunner.Core.Api;

namespace BatchRunner.Engine.Tests;

/// <summary>A storage host that fails a few times before it gives the file.</summary>
internal sealed class ScriptedDownloads(int failures = 0) : IDownloads
{
    private int _failures = failures;

    public async Task DownloadAsync(Uri link, Stream destination, CancellationToken cancellationToken)
    {
        if (_failures-- > 0)
        {
            throw new CoreClawException(new ApiFailure.TransientRead(Given.Facts()));
        }

        await destination.WriteAsync("{}\n"u8.ToArray(), cancellationToken);
    }
}
