using System.Text.Json;

namespace BatchRunner.Sandbox.Tests.Http;

public sealed class RunTests : SandboxTest
{
    [Fact]
    public async Task A_saved_task_is_started_runs_and_succeeds()
    {
        var slug = await Start("maps-berlin");
        Assert.Equal("running", await Status(slug));

        Time.Pass(2);
        var run = (await Get($"/api/v2/worker-runs/{slug}")).Data;

        Assert.Equal("succeeded", run.GetProperty("status").GetString());
        Assert.Equal(3, run.GetProperty("results").GetInt32());
        Assert.Equal(2, run.GetProperty("duration").GetInt32());
        Assert.Equal(JsonValueKind.String, run.GetProperty("usage").ValueKind);
        Assert.Equal(26, run.GetProperty("scraper_slug").GetString()!.Length);
        Assert.False(run.TryGetProperty("err_msg", out _));
    }

    [Fact]
    public async Task A_failed_run_tells_why_in_the_list_but_not_in_its_detail()
    {
        var slug = await Start("fail-1");
        Time.Pass(2);

        var detail = (await Get($"/api/v2/worker-runs/{slug}")).Data;
        var row = (await Get("/api/v2/worker-runs")).Data.GetProperty("list")[0];

        Assert.Equal("failed", detail.GetProperty("status").GetString());
        Assert.False(detail.TryGetProperty("err_msg", out _));
        Assert.Contains("CAPTCHA", row.GetProperty("err_msg").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_newest_first_and_comes_in_pages()
    {
        var slugs = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            slugs.Add(await Start($"t{i}"));
        }

        slugs.Reverse();
        var first = (await Get("/api/v2/worker-runs?limit=2")).Data;
        var zeroth = (await Get("/api/v2/worker-runs?limit=2&offset=0")).Data;
        var third = (await Get("/api/v2/worker-runs?limit=2&offset=3")).Data;
        var beyond = (await Get("/api/v2/worker-runs?limit=2&offset=4")).Data;

        Assert.Equal(5, first.GetProperty("count").GetInt32());
        Assert.Equal(slugs[..2], Slugs(first));
        Assert.Equal(slugs[..2], Slugs(zeroth));
        Assert.Equal(slugs[4..], Slugs(third));
        Assert.Empty(Slugs(beyond));
    }

    [Theory]
    [InlineData("limit=101", 422, 11000)]
    [InlineData("limit=0", 422, 11000)]
    [InlineData("limit=x", 422, 11000)]
    [InlineData("offset=-1", 422, 11000)]
    [InlineData("status=aborted", 422, 11000)]
    [InlineData("start_time=1786752000", 400, 11000)]
    [InlineData("end_time=1786752000", 400, 11000)]
    [InlineData("worker_id=12345", 404, 50001)]
    public async Task A_list_that_is_asked_for_wrongly_is_refused(string query, int http, int code) =>
        Assert.Equal((http, code), (await Get("/api/v2/worker-runs?" + query)).Verdict);

    [Fact]
    public async Task A_list_can_be_narrowed_to_a_Worker_and_a_status()
    {
        var slug = await Start("maps-berlin");
        await Start("prices-books");
        var worker = (await Get($"/api/v2/worker-runs/{slug}")).Data.GetProperty("scraper_slug").GetString();

        Assert.Equal([slug], Slugs((await Get($"/api/v2/worker-runs?worker_id={worker}")).Data));
        Assert.Empty(Slugs((await Get($"/api/v2/worker-runs?worker_id={worker}&status=succeeded")).Data));
        Time.Pass(2);
        Assert.Equal([slug], Slugs((await Get($"/api/v2/worker-runs?worker_id={worker}&status=succeeded")).Data));
    }

    [Fact]
    public async Task An_aborted_run_stays_aborting_and_cannot_be_aborted_again()
    {
        var slug = await Start("stuck-1");

        Assert.Equal((200, 0), (await Post($"/api/v2/worker-runs/{slug}/abort", body: null)).Verdict);
        Time.Pass(3600 * 24);

        Assert.Equal("aborting", await Status(slug));
        Assert.Equal((400, 70002), (await Post($"/api/v2/worker-runs/{slug}/abort")).Verdict);
    }

    [Fact]
    public async Task Last_is_the_newest_run()
    {
        Assert.Equal((404, 70001), (await Get("/api/v2/worker-runs/last")).Verdict);
        await Start("stuck-1");
        var newest = await Start("stuck-2");

        Assert.Equal(newest, (await Get("/api/v2/worker-runs/last")).Data.GetProperty("slug").GetString());
        Assert.Equal((200, 0), (await Post("/api/v2/worker-runs/last/abort", body: null)).Verdict);
        Assert.Equal("aborting", await Status(newest));
    }

    [Fact]
    public async Task A_rerun_is_the_next_run_of_the_same_task()
    {
        var first = await Start("flaky-1");
        Time.Pass(2);
        Assert.Equal("failed", await Status(first));

        var second = (await Post($"/api/v2/worker-runs/{first}/rerun")).Data.GetProperty("run_slug").GetString()!;
        Time.Pass(2);

        Assert.Equal("succeeded", await Status(second));
        Assert.Equal(first, Server.Runs[1].RerunOf);
    }

    private static IEnumerable<string?> Slugs(JsonElement page) => page.GetProperty("list").EnumerateArray().Select(static run => run.GetProperty("slug").GetString());
}
