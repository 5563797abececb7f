using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;
using BatchRunner.Sandbox;

namespace BatchRunner.CoreClaw.Tests.AgainstSandbox;

/// <summary>A client, a local CoreClaw, and one clock for it that the test moves.</summary>
internal sealed class SandboxTest : IAsyncDisposable
{
    private readonly SandboxServer _server;

    private SandboxTest(SandboxServer server, ManualTime time, AuthMode auth)
    {
        _server = server;
        Time = time;
        Client = Clients.Of(server.BaseUrl, auth);
        Downloads = new StorageDownloads(TimeProvider.System);
    }

    public ManualTime Time { get; }

    public CoreClawClient Client { get; }

    public StorageDownloads Downloads { get; }

    public SandboxStats Stats => _server.Stats;

    public Uri Url => _server.BaseUrl;

    public static async Task<SandboxTest> StartAsync(SandboxOptions? options = null, AuthMode auth = AuthMode.Bearer)
    {
        var time = new ManualTime();
        options = (options ?? new SandboxOptions { Rate = 0 }) with { Key = Clients.Key };
        return new SandboxTest(await SandboxServer.StartAsync(options, time, default), time, auth);
    }

    public Task<string> StartAsync(string task) => Client.StartAsync(new StartOrder.RunTask(task), default);

    /// <summary>Starts a task and lets the time of any ordinary run go by.</summary>
    public async Task<string> FinishAsync(string task)
    {
        var slug = await StartAsync(task);
        Time.Advance(TimeSpan.FromMinutes(1));
        return slug;
    }

    public async Task<string> DownloadAsync(Uri link)
    {
        using var file = new MemoryStream();
        await Downloads.DownloadAsync(link, file, default);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Downloads.Dispose();
        await _server.DisposeAsync();
    }
}
