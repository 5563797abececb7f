using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;
using BatchRunner.Sandbox;

namespace BatchRunner.CoreClaw.Tests.AgainstSandbox;

public sealed class OperationTests
{
    [Theory]
    [InlineData(AuthMode.Bearer)]
    [InlineData(AuthMode.ApiKey)]
    [InlineData(AuthMode.Query)]
    public async Task Every_way_of_sending_the_key_opens_the_account(AuthMode auth)
    {
        await using var sandbox = await SandboxTest.StartAsync(auth: auth);

        Assert.Equal(100.00m, (await sandbox.Client.GetAccountAsync(default)).Balance);

        using var stranger = Clients.Of(sandbox.Url, auth, key: "another_key");
        var refused = await Assert.ThrowsAsync<CoreClawException>(() => stranger.GetAccountAsync(default));
        Assert.Equal(12002, Assert.IsType<ApiFailure.Credentials>(refused.Failure).Facts.Code);
    }

    [Fact]
    public async Task A_run_is_followed_from_its_start_to_its_end()
    {
        await using var sandbox = await SandboxTest.StartAsync();
        var slug = await sandbox.StartAsync("maps-berlin");

        Assert.Equal(RunStatus.Ready, (await sandbox.Client.GetRunAsync(slug, default)).Status);
        sandbox.Time.Advance(TimeSpan.FromSeconds(1));
        var running = await sandbox.Client.GetRunAsync(slug, default);
        Assert.Equal((RunStatus.Running, (DateTimeOffset?)null), (running.Status, running.FinishedAt));
        sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        var over = await sandbox.Client.GetLastRunAsync(default);

        Assert.Equal((slug, RunStatus.Succeeded, "succeeded"), (over.Slug, over.Status, over.StatusText));
        Assert.True(over is { Usage: > 0, Results: > 0, DurationSeconds: > 0, StartedAt: not null, FinishedAt: not null, WorkerSlug: not null });
        Assert.Equal(over.Usage, sandbox.Stats.UsageTotal);
    }

    [Fact]
    public async Task A_worker_is_started_by_its_name_with_bare_fields()
    {
        await using var sandbox = await SandboxTest.StartAsync();

        var order = new StartOrder.RunWorker("coreclaw/google-maps-scraper", """{"keywords":["coffee"]}""", null);
        var slug = await sandbox.Client.StartAsync(order, default);

        Assert.Equal(slug, (await sandbox.Client.GetLastRunAsync(default)).Slug);
        Assert.Equal(1, sandbox.Stats.Calls.Start);
    }

    [Fact]
    public async Task A_failed_run_is_rerun_and_only_the_list_tells_why_it_failed()
    {
        await using var sandbox = await SandboxTest.StartAsync();
        var first = await sandbox.FinishAsync("flaky-1");
        var second = await sandbox.Client.StartAsync(new StartOrder.Rerun(first), default);
        sandbox.Time.Advance(TimeSpan.FromMinutes(1));

        var page = await sandbox.Client.ListRunsAsync(new RunQuery(), default);

        Assert.Equal(2, page.Total);
        Assert.Equal([(second, RunStatus.Succeeded), (first, RunStatus.Failed)], page.Runs.Select(run => (run.Slug, run.Status)));
        Assert.Contains("exited with code 1", page.Runs[1].ErrorMessage, StringComparison.Ordinal);
        Assert.Null((await sandbox.Client.GetRunAsync(first, default)).ErrorMessage);
        Assert.Equal(1, sandbox.Stats.Reruns);
    }

    [Fact]
    public async Task The_run_list_is_read_by_page_status_worker_and_day()
    {
        await using var sandbox = await SandboxTest.StartAsync();
        var failed = await sandbox.FinishAsync("fail-1");
        await sandbox.FinishAsync("maps-paris");
        var last = await sandbox.StartAsync("maps-rome");

        var second = await sandbox.Client.ListRunsAsync(new RunQuery(2, 2), default);
        Assert.Equal((3L, failed), (second.Total, Assert.Single(second.Runs).Slug));
        var failures = await sandbox.Client.ListRunsAsync(new RunQuery { Status = RunStatus.Failed }, default);
        Assert.Equal(failed, Assert.Single(failures.Runs).Slug);

        var now = sandbox.Time.GetUtcNow();
        var today = await sandbox.Client.ListRunsAsync(new RunQuery { Days = (now, now) }, default);
        Assert.Equal(last, today.Runs[0].Slug);
        Assert.Equal(3, today.Total);
        var yesterday = await sandbox.Client.ListRunsAsync(new RunQuery { Days = (now.AddDays(-1), now.AddDays(-1)) }, default);
        Assert.Empty(yesterday.Runs);
        var wholeMonth = new RunQuery { Days = (new(2026, 7, 31, 16, 0, 0, TimeSpan.Zero), new(2026, 8, 31, 15, 0, 0, TimeSpan.Zero)) };
        Assert.Equal(3, (await sandbox.Client.ListRunsAsync(wholeMonth, default)).Total);
        var twoMonths = new RunQuery { Days = (now.AddMonths(-1), now) };
        await Clients.FailureAsync<ApiFailure.Invalid>(sandbox.Client.ListRunsAsync(twoMonths, default));
    }

    [Fact]
    public async Task Results_logs_and_exports_are_collected_without_showing_the_key_to_the_storage_host()
    {
        await using var sandbox = await SandboxTest.StartAsync();
        var slug = await sandbox.FinishAsync("maps-berlin");
        var results = (await sandbox.Client.GetRunAsync(slug, default)).Results;

        var page = await sandbox.Client.GetResultsAsync(slug, 1, 100, default);
        Assert.Equal((results, (int?)1, (int)results), (page.Total, page.PageIndex, page.Rows.Count));
        Assert.Empty((await sandbox.Client.GetResultsAsync(slug, 2, 100, default)).Rows);

        var csv = await sandbox.DownloadAsync(await sandbox.Client.ExportAsync(slug, "CSV", default));
        Assert.True(csv.Split('\n').Length > results);
        var log = await sandbox.Client.GetLogAsync(slug, default);
        Assert.All(log.Lines, line => Assert.True(line is { Level: not LogLineLevel.Unknown, Text.Length: > 0, At: not null }));
        Assert.NotEmpty(await sandbox.DownloadAsync(log.AllLogsUrl!));

        var tampered = new Uri(log.AllLogsUrl!.AbsoluteUri + "0");
        await Clients.FailureAsync<ApiFailure.TransientRead>(sandbox.Downloads.DownloadAsync(tampered, Stream.Null, default));
        Assert.Equal(0, sandbox.Stats.KeyLeaks);
    }

    [Fact]
    public async Task A_run_is_aborted_by_its_slug_or_as_the_last_one()
    {
        await using var sandbox = await SandboxTest.StartAsync();
        var first = await sandbox.StartAsync("slow-1");
        var second = await sandbox.StartAsync("slow-2");

        await sandbox.Client.AbortAsync(first, default);
        await sandbox.Client.AbortLastAsync(default);

        Assert.Equal(RunStatus.Aborting, (await sandbox.Client.GetRunAsync(first, default)).Status);
        Assert.Equal(RunStatus.Aborting, (await sandbox.Client.GetRunAsync(second, default)).Status);
        var finished = await sandbox.FinishAsync("maps-rome");
        var refused = await Clients.FailureAsync<ApiFailure.Invalid>(sandbox.Client.AbortAsync(finished, default));
        Assert.Equal(70002, refused.Facts.Code);
    }

    [Fact]
    public async Task A_saved_task_names_its_worker_in_the_form_that_URLs_need()
    {
        await using var sandbox = await SandboxTest.StartAsync();

        var task = await sandbox.Client.GetTaskAsync("maps-berlin", default);

        Assert.Equal("maps-berlin", task.Slug);
        Assert.Contains('~', task.WorkerPath!);
        Assert.NotNull(task.WorkerSlug);
    }

    [Fact]
    public async Task Many_calls_at_once_do_not_mix_up_their_replies()
    {
        await using var sandbox = await SandboxTest.StartAsync(new SandboxOptions { Plan = 0, Rate = 0 });
        string[] tasks = [.. Enumerable.Range(0, 60).Select(number => $"maps-{number}")];

        var slugs = await Task.WhenAll(tasks.Select(sandbox.StartAsync));
        var runs = await Task.WhenAll(slugs.Select(slug => sandbox.Client.GetRunAsync(slug, default)));

        Assert.Equal(slugs, runs.Select(run => run.Slug));
        Assert.Equal(60, slugs.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((60, 60L), (sandbox.Stats.RunsCreated, sandbox.Stats.Calls.Start));
    }
}
