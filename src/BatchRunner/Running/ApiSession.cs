using Akka.Actor;
using BatchRunner.Connection;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw;
using BatchRunner.Engine;
using BatchRunner.Terminals;

namespace BatchRunner.Running;

/// <summary>A few calls outside a batch; they pass a throttle like all others.</summary>
internal sealed class ApiSession : IAsyncDisposable
{
    private readonly ActorSystem _system;
    private readonly CoreClawClient _client;

    private ApiSession(ActorSystem system, CoreClawClient client, ICoreClaw api) => (_system, _client, Api) = (system, client, api);

    public ICoreClaw Api { get; }

    /// <exception cref="UsageException">There is no key, or another setting is wrong.</exception>
    public static ApiSession Open(Terminal terminal, ConnectionFlags flags)
    {
        var settings = new ConnectionSettings(Environment.GetEnvironmentVariable, Environment.CurrentDirectory, terminal.Input);
        var client = new CoreClawClient(settings.Resolve(flags), TimeProvider.System);
        var system = ActorSystem.Create("batchrunner");
        return new ApiSession(system, client, GatedApi.Open(system, client, client, TimeProvider.System, Environment.ProcessId));
    }

    public async ValueTask DisposeAsync()
    {
        await _system.Terminate();
        _client.Dispose();
    }
}
