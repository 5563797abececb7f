using System.Net;
using BatchRunner.Sandbox.Http;
using BatchRunner.Sandbox.Model;
using BatchRunner.Sandbox.Stats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BatchRunner.Sandbox;

/// <summary>A local CoreClaw, serving on loopback until it is stopped. It writes nothing to the terminal and does not listen to Ctrl-C.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly WebApplication _app;
    private readonly Platform _platform;
    private readonly CallLedger _ledger;

    private SandboxServer(WebApplication app, Platform platform, CallLedger ledger, Uri baseUrl)
    {
        _app = app;
        _platform = platform;
        _ledger = ledger;
        BaseUrl = baseUrl;
    }

    /// <summary>Where the API is, such as <c>http://127.0.0.1:8787/</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>What really happened so far.</summary>
    public SandboxStats Stats => StatsReader.Stats(_ledger, _platform.Facts());

    /// <summary>All own runs, oldest first.</summary>
    public IReadOnlyList<SandboxRun> Runs => StatsReader.Runs(_platform.Facts());

    /// <summary>Starts to serve.</summary>
    /// <param name="options">How.</param>
    /// <param name="time">The platform's clock.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="ScenarioException">The scenario makes no sense.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var platform = new Platform(options.Resolve(), options.Seed, time);
        var ledger = new CallLedger();
        var links = new StorageLinks(options.Seed);
        ListenOptions? api = null;
        ListenOptions? storage = null;

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, QuietLifetime>());
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = Grace);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => api = listen);
            kestrel.Listen(IPAddress.Loopback, 0, listen => storage = listen);
        });
        var app = builder.Build();
        app.Run(new Faces(platform, ledger, links, options.Key, time).AnswerAsync);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        links.Origin = Address(storage!);
        return new SandboxServer(app, platform, ledger, Address(api!));
    }

    /// <summary>Stops serving; requests that are being answered get two seconds.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static Uri Address(ListenOptions listen) => new($"http://{listen.IPEndPoint}/");
}
