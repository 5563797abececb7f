using System.Net.Http.Json;
using System.Text.Json;
using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Commands;

public sealed class AbortTests : ProgramTest
{
    [Fact]
    public async Task A_run_is_aborted_and_no_other()
    {
        await ServeAsync(Scenarios.Quick);
        var slug = await StartRunAsync("stuck-1");
        var other = await StartRunAsync("stuck-2");

        (await RunAsync("abort", "--run", slug)).Expect(0);

        Assert.Equal(("aborting", "running"), (StatusOf(slug), StatusOf(other)));
    }

    [Fact]
    public async Task A_finished_run_cannot_be_aborted()
    {
        await ServeAsync(Scenarios.Quick);
        var slug = await StartRunAsync("maps-1");
        await Until.HoldsAsync("the end of the run", () => StatusOf(slug) == "succeeded");

        var ended = (await RunAsync("abort", "--run", slug)).Expect(1);

        Assert.Contains("70002", ended.Error, StringComparison.Ordinal);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task The_last_run_is_not_aborted_unasked()
    {
        await ServeAsync(Scenarios.Quick);
        var slug = await StartRunAsync("stuck-1");

        var ended = (await RunAsync("abort", "--last")).Expect(2);

        Assert.Contains("--yes", ended.Error, StringComparison.Ordinal);
        Assert.Equal(("running", 0), (StatusOf(slug), Sandbox.Stats.Calls.Abort));
    }

    [Fact]
    public async Task The_last_run_is_shown_and_aborted()
    {
        await ServeAsync(Scenarios.Quick);
        var first = await StartRunAsync("stuck-1");
        var last = await StartRunAsync("stuck-2");

        var ended = (await RunAsync("abort", "--last", "--yes")).Expect(0);

        Assert.Contains(last, ended.Error, StringComparison.Ordinal);
        Assert.Equal(("running", "aborting"), (StatusOf(first), StatusOf(last)));
    }

    private string StatusOf(string slug) => Sandbox.Runs.Single(run => run.Slug == slug).Status;

    private async Task<string> StartRunAsync(string task)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("api-key", "any");
        var reply = await client.PostAsJsonAsync(new Uri(Sandbox.BaseUrl, $"api/v2/worker-tasks/{task}/runs"), new { is_async = true });
        var slug = (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("run_slug").GetString()!;
        await Until.HoldsAsync("the run runs", () => StatusOf(slug) != "ready");
        return slug;
    }
}
