using System.Text.Json;

namespace BatchRunner.Sandbox.Tests.Http;

public sealed class StatsTests : SandboxTest
{
    protected override SandboxOptions Options => base.Options with { Plan = 2 };

    [Fact]
    public async Task Every_call_is_counted_by_what_it_was_for_also_when_it_was_refused()
    {
        var slug = await Start("a");
        await Post("/api/v2/worker-tasks/missing-1/runs");
        await Post($"/api/v2/worker-runs/{slug}/rerun");
        await Get("/api/v2/worker-runs?limit=0");
        await Get($"/api/v2/worker-runs/{slug}");
        await Get("/api/v2/worker-runs/last");
        await Get("/api/v2/worker-runs/last/result");
        await Get("/api/v2/worker-runs/last/export");
        await Get("/api/v2/worker-runs/last/log");
        await Post("/api/v2/worker-runs/last/abort");
        await Get("/api/v2/users/account");
        await Get("/api/v2/nothing");

        Assert.Equal(new SandboxCalls(Start: 2, Rerun: 1, List: 1, Detail: 2, Result: 1, Export: 1, Log: 1, Abort: 1, Other: 2, Total: 12), Server.Stats.Calls);
        Assert.Equal(new SandboxRefused(Auth: 0, Invalid: 3), Server.Stats.Refused);
    }

    [Fact]
    public async Task The_stats_say_what_really_happened()
    {
        var slug = await Start("flaky-1");
        await Start("b");
        await Post("/api/v2/worker-tasks/c/runs");
        Time.Pass(2);
        await Post($"/api/v2/worker-runs/{slug}/rerun");

        using var client = new HttpClient();
        using var stats = JsonDocument.Parse(await client.GetStringAsync(new Uri(Server.BaseUrl, "/_sandbox/stats")));
        using var runs = JsonDocument.Parse(await client.GetStringAsync(new Uri(Server.BaseUrl, "/_sandbox/runs")));
        var root = stats.RootElement;
        var rows = runs.RootElement.GetProperty("runs").EnumerateArray().ToList();

        Assert.Equal(3, root.GetProperty("calls").GetProperty("start").GetInt32());
        Assert.Equal(1, root.GetProperty("planLimited").GetInt32());
        Assert.Equal(3, root.GetProperty("runsCreated").GetInt32());
        Assert.Equal(2, root.GetProperty("runsPerTask").GetProperty("flaky-1").GetInt32());
        Assert.Equal(1, root.GetProperty("reruns").GetInt32());
        Assert.Equal((1, 2), (root.GetProperty("running").GetInt32(), root.GetProperty("peakRunning").GetInt32()));
        Assert.Equal(["failed", "succeeded", "running"], rows.Select(static row => row.GetProperty("status").GetString()));
        Assert.Equal(["flaky-1", "b", "flaky-1"], rows.Select(static row => row.GetProperty("task").GetString()));
        var usage = rows.Select(static row => row.GetProperty("usage").GetString()!).ToList();
        Assert.Equal(usage.Sum(decimal.Parse), decimal.Parse(root.GetProperty("usageTotal").GetString()!));
        Assert.All(usage, static text => Assert.Matches(@"^\d+\.\d{4}$", text));
    }
}
