using System.Net;
using System.Net.Sockets;
using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Connecting;

public sealed class BaseUrlTests : ProgramTest
{
    [Fact]
    public async Task A_key_is_not_sent_in_the_clear_unless_that_is_asked_for()
    {
        Environment["CORECLAW_API_KEY"] = "any";
        string[] dryRun = ["run", Write("one.txt", "maps-a"), "--dry-run", "--base-url", "http://coreclaw.invalid/"];

        var refused = (await RunAsync(dryRun)).Expect(2);
        Assert.Contains("--insecure", refused.Error, StringComparison.Ordinal);

        var allowed = (await RunAsync([.. dryRun, "--insecure"])).Expect(0);
        Assert.Contains("http://coreclaw.invalid/", allowed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_answers_nothing_is_started()
    {
        var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        Environment["CORECLAW_BASE_URL"] = $"http://{nobody.LocalEndpoint}/";
        Environment["CORECLAW_API_KEY"] = "any";
        nobody.Stop();

        var ended = (await RunBatchAsync(Write("one.txt", "maps-a"))).Expect(2);

        Assert.Contains("nothing was started", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(OutputFolder));
    }

    [Fact]
    public async Task A_base_url_of_the_command_line_beats_the_environment()
    {
        await ServeAsync(Scenarios.Quick);
        Environment["CORECLAW_BASE_URL"] = "https://coreclaw.invalid/";

        (await RunAsync("account", "--base-url", Sandbox.BaseUrl.ToString())).Expect(0);

        Assert.Equal(1, Sandbox.Stats.Calls.Total);
    }

    [Fact]
    public async Task A_base_url_of_the_settings_file_is_used()
    {
        await ServeAsync(Scenarios.Quick);
        Environment.Remove("CORECLAW_BASE_URL");
        Write("batchrunner.json", $$"""{"base_url": "{{Sandbox.BaseUrl}}"}""");

        (await RunAsync("account")).Expect(0);

        Assert.Equal(1, Sandbox.Stats.Calls.Total);
    }
}
