using Microsoft.Extensions.Hosting;

namespace BatchRunner.Sandbox.Http;

/// <summary>The sandbox lives inside another program: Ctrl-C belongs to that one.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
