using System.Net;
using System.Net.Sockets;

namespace BatchRunner.Sandbox.Tests.Http;

public sealed class ServerTests
{
    [Fact]
    public async Task It_listens_on_loopback_on_the_port_it_was_told_and_nowhere_after_its_end()
    {
        var port = FreePort();
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Port = port }, new ManualTime(), CancellationToken.None);
        Assert.Equal(new Uri($"http://127.0.0.1:{port}/"), server.BaseUrl);

        using var client = new HttpClient();
        Assert.Contains("\"total\":0", await client.GetStringAsync(new Uri(server.BaseUrl, "/_sandbox/stats")), StringComparison.Ordinal);
        await server.StopAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(server.BaseUrl));
    }

    [Fact]
    public async Task A_taken_port_is_an_IO_error()
    {
        await using var first = await SandboxServer.StartAsync(new SandboxOptions(), new ManualTime(), CancellationToken.None);

        await Assert.ThrowsAnyAsync<IOException>(() =>
            SandboxServer.StartAsync(new SandboxOptions { Port = first.BaseUrl.Port }, new ManualTime(), CancellationToken.None));
    }

    [Fact]
    public async Task Disposing_it_gives_its_port_back()
    {
        var options = new SandboxOptions { Port = FreePort() };
        for (var i = 0; i < 2; i++)
        {
            await using var server = await SandboxServer.StartAsync(options, new ManualTime(), CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_scenario_that_makes_no_sense_is_refused_before_anything_listens() =>
        await Assert.ThrowsAsync<ScenarioException>(() =>
            SandboxServer.StartAsync(new SandboxOptions { Plan = -1 }, new ManualTime(), CancellationToken.None));

    [Fact]
    public void Options_beat_the_scenario()
    {
        var scenario = new SandboxOptions { Plan = 3, Rate = 0, Scenario = new Scenario { Plan = 5, Rate = 7, Burst = 2 } }.Resolve();

        Assert.Equal((3, 0, null), (scenario.Plan, scenario.Rate, scenario.Burst));
    }

    [Fact]
    public void Without_options_the_scenario_stands_and_without_one_the_defaults()
    {
        var own = new SandboxOptions { Scenario = new Scenario { Plan = 5, Rate = 7 } }.Resolve();
        var defaults = new SandboxOptions().Resolve();

        Assert.Equal((5, 7), (own.Plan, own.Rate));
        Assert.Equal((10, 20), (defaults.Plan, defaults.Rate));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
