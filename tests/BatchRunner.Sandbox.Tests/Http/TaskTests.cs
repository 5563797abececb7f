namespace BatchRunner.Sandbox.Tests.Http;

public sealed class TaskTests : SandboxTest
{
    [Fact]
    public async Task A_saved_task_names_its_Worker_in_slash_form_and_has_a_64_bit_id()
    {
        var task = (await Get("/api/v2/worker-tasks/maps-berlin")).Data;

        Assert.Equal("maps-berlin", task.GetProperty("slug").GetString());
        Assert.Matches("^coreclaw/[a-z-]+$", task.GetProperty("worker_path").GetString());
        Assert.True(task.GetProperty("id").GetInt64() > 1L << 53);
        Assert.Equal(0, task.GetProperty("run_times").GetInt32());

        await Start("maps-berlin");
        Assert.Equal(1, (await Get("/api/v2/worker-tasks/maps-berlin")).Data.GetProperty("run_times").GetInt32());
    }

    [Fact]
    public async Task The_task_list_shows_the_scenarios_tasks_and_those_that_were_run()
    {
        await Start("zebra");
        await Post("/api/v2/worker-tasks/missing-1/runs");
        var page = (await Get("/api/v2/worker-tasks?limit=100")).Data;
        var slugs = page.GetProperty("list").EnumerateArray().Select(static task => task.GetProperty("slug").GetString()).ToList();

        Assert.Equal([.. new Scenario().Tasks, "zebra"], slugs);
        Assert.Equal(7, page.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task The_task_list_comes_in_pages_and_can_be_searched()
    {
        var second = (await Get("/api/v2/worker-tasks?limit=2&offset=2&keyword=s")).Data;

        Assert.Equal(2, second.GetProperty("page_index").GetInt32());
        Assert.Equal("maps-rome", second.GetProperty("list")[0].GetProperty("slug").GetString());
        Assert.Equal(2, second.GetProperty("list").GetArrayLength());
    }

    [Fact]
    public async Task Workers_are_listed_without_a_count_and_can_be_read()
    {
        var list = (await Get("/api/v2/workers?limit=100")).Data;
        var path = list.GetProperty("scraper")[0].GetProperty("path").GetString();
        var worker = (await Get($"/api/v2/workers/{path}")).Data;

        Assert.Equal(30, list.GetProperty("scraper").GetArrayLength());
        Assert.False(list.TryGetProperty("count", out _));
        Assert.Matches(@"^v\d+\.\d+\.\d+$", worker.GetProperty("version").GetString());
    }

    [Fact]
    public async Task The_newest_run_of_a_Worker_can_be_reached_by_its_path_and_slug()
    {
        var slug = await Start("a");
        var worker = (await Get($"/api/v2/worker-runs/{slug}")).Data.GetProperty("scraper_slug").GetString();

        Assert.Equal(slug, (await Get($"/api/v2/workers/{worker}/runs/last")).Data.GetProperty("slug").GetString());
        Assert.Equal(0, (await Post($"/api/v2/workers/{worker}/runs/last/rerun")).Code);
        Assert.Equal(0, (await Post($"/api/v2/workers/{worker}/runs/last/abort")).Code);
        Assert.Equal(0, (await Get($"/api/v2/workers/{worker}/runs/last/log")).Code);
        Assert.Equal(0, (await Get($"/api/v2/workers/{worker}/runs/last/result")).Code);
        Assert.Equal(0, (await Get($"/api/v2/workers/{worker}/runs/last/export")).Code);
        Assert.Equal(["running", "aborting"], Server.Runs.Select(static run => run.Status));
    }

    [Fact]
    public async Task The_account_has_a_balance() =>
        Assert.Equal("100.00", (await Get("/api/v2/users/account")).Data.GetProperty("balance").GetString());
}
