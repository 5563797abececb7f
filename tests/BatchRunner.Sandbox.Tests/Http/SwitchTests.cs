using System.Text.Json;

namespace BatchRunner.Sandbox.Tests.Http;

public sealed class SwitchTests : SandboxTest
{
    protected override SandboxOptions Options => new()
    {
        Scenario = new Scenario
        {
            Plan = 1,
            Rate = 10,
            RetryAfter = 2,
            RetryAfterAs = RetryAfterForm.Date,
            Defaults = Steady,
            Switches = new()
            {
                PlanLimitHttp = 200,
                RateLimitHttp = 200,
                CountsAsStrings = true,
                ErrMsgIn = ErrorPlace.Detail,
                ListOrder = ListOrder.Oldest,
                LogEntries = LogForm.Strings,
            },
        },
    };

    [Fact]
    public async Task The_plan_limit_can_come_with_HTTP_200()
    {
        await Start("a");
        Assert.Equal((200, 30003), (await Post("/api/v2/worker-tasks/b/runs")).Verdict);
    }

    [Fact]
    public async Task The_rate_limit_can_come_with_HTTP_200_and_Retry_After_as_a_date()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(0, (await Get("/api/v2/users/account")).Code);
        }

        var refused = await Get("/api/v2/users/account");
        Assert.Equal((200, 13000), refused.Verdict);
        Assert.InRange(refused.RetryAfter!.Date!.Value - Time.GetUtcNow(), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        Assert.Equal(1, Server.Stats.RateLimited);
    }

    [Fact]
    public async Task Counts_can_come_as_strings_the_oldest_first_and_the_error_in_the_detail()
    {
        var failed = await Start("fail-1");
        Time.Pass(2);
        await Start("b");
        var list = (await Get("/api/v2/worker-runs")).Data;

        Assert.Equal("2", list.GetProperty("count").GetString());
        Assert.Equal(failed, list.GetProperty("list")[0].GetProperty("slug").GetString());
        Assert.Equal(JsonValueKind.String, list.GetProperty("list")[0].GetProperty("results").ValueKind);
        Assert.False(list.GetProperty("list")[0].TryGetProperty("err_msg", out _));
        Assert.True((await Get($"/api/v2/worker-runs/{failed}")).Data.TryGetProperty("err_msg", out _));
        Assert.Equal("SYSTEM: Running...", (await Get($"/api/v2/worker-runs/{failed}/log")).Data.GetProperty("list")[1].GetString());
    }
}

public sealed class RateTests : SandboxTest
{
    protected override SandboxOptions Options => base.Options with { Rate = 2, Scenario = new Scenario { RetryAfter = 1.5 } };

    [Fact]
    public async Task Calls_over_the_rate_are_refused_with_429_and_told_how_long_to_wait()
    {
        await Get("/api/v2/users/account");
        await Get("/api/v2/users/account");
        var refused = await Get("/api/v2/users/account");

        Assert.Equal((429, 13000), refused.Verdict);
        Assert.Equal(TimeSpan.FromSeconds(2), refused.RetryAfter!.Delta);

        Time.Pass(1.5);
        Assert.Equal(0, (await Get("/api/v2/users/account")).Code);
    }
}
