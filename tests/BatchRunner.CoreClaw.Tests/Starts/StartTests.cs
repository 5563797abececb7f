using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;

namespace BatchRunner.CoreClaw.Tests.Starts;

public sealed class StartTests
{
    public static TheoryData<StartOrder, string, string> Orders => new()
    {
        { new StartOrder.RunTask("T"), "/api/v2/worker-tasks/T/runs", """{"is_async":true}""" },
        {
            new StartOrder.RunTask("T", "https://me.example/cb?x=1"),
            "/api/v2/worker-tasks/T/runs",
            """{"is_async":true,"callback_url":"https://me.example/cb?x=1"}"""
        },
        { new StartOrder.Rerun("R"), "/api/v2/worker-runs/R/rerun", """{"is_async":true}""" },
        { new StartOrder.Rerun("R", ""), "/api/v2/worker-runs/R/rerun", """{"is_async":true}""" },
        {
            new StartOrder.RunWorker("coreclaw/google-maps-scraper", """{"max_results":1,"big":9007199254740993}""", null),
            "/api/v2/workers/coreclaw~google-maps-scraper/runs",
            """{"is_async":true,"input":{"parameters":{"custom":{"max_results":1,"big":9007199254740993}} }}"""
        },
        {
            new StartOrder.RunWorker("coreclaw~maps", """{"parameters":{"custom":{},"system":{"cpus":0.125}}}""", "v1.2.6", "https://me"),
            "/api/v2/workers/coreclaw~maps/runs",
            """
            {"is_async":true,"callback_url":"https://me","version":"v1.2.6",
             "input":{"parameters":{"custom":{},"system":{"cpus":0.125}}}}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task An_order_becomes_one_POST(StartOrder order, string target, string body)
    {
        await using var server = new ScriptedServer(Reaction.Json("""{"code":0,"message":"success","data":{"run_slug":"01KZ"}}"""));
        using var client = Clients.Of(server);

        Assert.Equal("01KZ", await client.StartAsync(order, default));

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", target), (request.Method, request.Target));
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(Compact(body), request.Body);
    }

    [Theory]
    [InlineData("""{"run_slug":"01A","slug":"01B"}""", "01A")]
    [InlineData("""{"slug":"01B","run_id":"01C"}""", "01B")]
    [InlineData("""{"run_slug":"","run_id":"01C"}""", "01C")]
    [InlineData("""{"run_slug":"01A","run_status":"running","is_finished":false,"results":{"list":[]}}""", "01A")]
    public async Task The_slug_is_found_where_it_may_stand(string data, string slug)
    {
        await using var server = new ScriptedServer(Reaction.Json($$"""{"code":0,"data":{{data}}}"""));
        using var client = Clients.Of(server);

        Assert.Equal(slug, await client.StartAsync());
    }

    [Theory]
    [InlineData("""{"code":0,"message":"success"}""")]
    [InlineData("""{"code":0,"data":null}""")]
    [InlineData("""{"code":0,"data":{}}""")]
    [InlineData("""{"code":0,"data":[]}""")]
    [InlineData("""{"code":0,"data":"01A"}""")]
    [InlineData("""{"code":0,"data":{"run_slug":" "}}""")]
    public async Task A_success_without_a_slug_leaves_the_fate_unknown(string reply)
    {
        await using var server = new ScriptedServer(Reaction.Json(reply));
        using var client = Clients.Of(server);

        var failure = await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());

        Assert.Equal((200, 0L), (failure.Facts.HttpStatus, failure.Facts.Code));
        Assert.Contains("no readable run slug", failure.Facts.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("not json")]
    public async Task An_input_that_is_no_object_is_refused_unsent(string input)
    {
        await using var server = new ScriptedServer(Reaction.Silence);
        using var client = Clients.Of(server);

        var order = new StartOrder.RunWorker("owner/name", input, null);
        var failure = await Clients.FailureAsync<ApiFailure.Invalid>(client.StartAsync(order, default));

        Assert.Equal("/api/v2/workers/owner~name/runs", failure.Facts.Path);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_refusal_tells_everything_that_CoreClaw_told()
    {
        await using var server = new ScriptedServer(Reaction.Json(
            """{"code":50003,"message":"the worker version is not available","request_id":"req-5","details":["latest"]}""", 400));
        using var client = Clients.Of(server);

        var failure = await Clients.FailureAsync<ApiFailure.Invalid>(client.StartAsync());

        Assert.Equal(
            "POST /api/v2/worker-tasks/01KZAZF168/runs: HTTP 400, code 50003, the worker version is not available (latest) [req-5]",
            failure.Facts.ToString());
    }

    private static string Compact(string json) => json.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
