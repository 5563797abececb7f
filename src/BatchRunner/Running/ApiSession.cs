using Akka.Actor;
using BatchRunner.Connection;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw;
using BatchRunner.Engine;
using BatchRunner.Terminals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BatchRunner.Running;

/// <summary>A few calls outside a batch; they pass a throttle like all others.</summary>
internal sealed class ApiSession : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly CoreClawClient _client;

    private ApiSession(IHost host, CoreClawClient client, ICoreClaw api) => (_host, _client, Api) = (host, client, api);

    public ICoreClaw Api { get; }

    /// <exception cref="UsageException">There is no key, or another setting is wrong.</exception>
    public static async Task<ApiSession> OpenAsync(Terminal terminal, ConnectionFlags flags)
    {
        var client = new CoreClawClient(ConnectionSettings.OfProcess(terminal).Resolve(flags), TimeProvider.System);
        var host = await ActorHost.StartAsync(_ => { });
        var system = host.Services.GetRequiredService<ActorSystem>();
        return new ApiSession(host, client, GatedApi.Open(system, client, client, TimeProvider.System, Environment.ProcessId));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _client.Dispose();
    }
}
