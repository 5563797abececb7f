using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;

namespace BatchRunner.CoreClaw.Tests.Runs;

public sealed class RunCallTests
{
    private static readonly Reaction Empty = Reaction.Json("""{"code":0,"data":{"count":0,"list":[]}}""");

    public static TheoryData<RunQuery, string> Queries => new()
    {
        { new RunQuery(), "?offset=1&limit=100" },
        { new RunQuery(3, 20) { WorkerId = "owner/name" }, "?offset=3&limit=20&worker_id=owner~name" },
        { new RunQuery { Status = RunStatus.Running }, "?offset=1&limit=100&status=running" },
        {
            new RunQuery { Days = (new(2026, 8, 1, 9, 30, 0, TimeSpan.FromHours(8)), new(2026, 8, 31, 15, 59, 59, TimeSpan.Zero)) },
            "?offset=1&limit=100&start_time=1785513600&end_time=1788105600"
        },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_asks_for_what_it_says(RunQuery query, string asked)
    {
        await using var server = new ScriptedServer(Empty);
        using var client = Clients.Of(server);

        await client.ListRunsAsync(query, default);

        Assert.Equal("/api/v2/worker-runs" + asked, Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Every_other_call_goes_where_the_documents_say()
    {
        await using var server = new ScriptedServer(Reaction.Json(
            """{"code":0,"data":{"slug":"X","balance":"1","download_url":"https://s.example/f","list":[]}}"""));
        using var client = Clients.Of(server);

        await client.GetRunAsync("R", default);
        await client.GetLastRunAsync(default);
        await client.GetResultsAsync("R", 2, 50, default);
        await client.ExportAsync("R", "CSV", default);
        await client.GetLogAsync("R", default);
        await client.AbortAsync("R", default);
        await client.AbortLastAsync(default);
        await client.GetTaskAsync("T", default);
        await client.GetAccountAsync(default);

        Assert.Equal(
            [
                "GET /api/v2/worker-runs/R ",
                "GET /api/v2/worker-runs/last ",
                "GET /api/v2/worker-runs/R/result?offset=2&limit=50 ",
                "GET /api/v2/worker-runs/R/result/export?format=csv ",
                "GET /api/v2/worker-runs/R/log ",
                "POST /api/v2/worker-runs/R/abort {}",
                "POST /api/v2/worker-runs/last/abort {}",
                "GET /api/v2/worker-tasks/T ",
                "GET /api/v2/users/account ",
            ],
            server.Requests.Select(request => $"{request.Method} {request.Target} {request.Body}"));
    }

    [Theory]
    [InlineData("""{"code":0}""")]
    [InlineData("""{"code":0,"data":null}""")]
    [InlineData("""{"code":0,"data":{}}""")]
    [InlineData("""{"code":0,"data":"accepted"}""")]
    public async Task An_abort_is_accepted_whatever_the_data(string reply)
    {
        await using var server = new ScriptedServer(Reaction.Json(reply));
        using var client = Clients.Of(server);

        await client.AbortAsync("R", default);
    }

    [Theory]
    [InlineData("""{"code":0,"data":{"status":"running"}}""")]
    [InlineData("""{"code":0,"data":[]}""")]
    [InlineData("""{"code":0,"data":"R"}""")]
    [InlineData("""{"code":0}""")]
    public async Task A_read_without_the_essential_is_malformed(string reply)
    {
        await using var server = new ScriptedServer(Reaction.Json(reply));
        using var client = Clients.Of(server);

        var failure = await Clients.FailureAsync<ApiFailure.Malformed>(client.GetRunAsync("R", default));

        Assert.Contains("no readable run", failure.Facts.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 0)]
    [InlineData(1, 101)]
    public async Task A_page_that_CoreClaw_does_not_have_is_not_asked_for(int page, int limit)
    {
        await using var server = new ScriptedServer(Empty);
        using var client = Clients.Of(server);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.ListRunsAsync(new RunQuery(page, limit), default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.GetResultsAsync("R", page, limit, default));

        Assert.Empty(server.Requests);
    }
}
