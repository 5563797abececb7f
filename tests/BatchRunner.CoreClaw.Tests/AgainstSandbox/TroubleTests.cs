using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;
using BatchRunner.Sandbox;

namespace BatchRunner.CoreClaw.Tests.AgainstSandbox;

public sealed class TroubleTests
{
    [Theory]
    [InlineData("missing-1", nameof(ApiFailure.NotFound), 0)]
    [InlineData("invalid-1", nameof(ApiFailure.Invalid), 0)]
    [InlineData("broke-1", nameof(ApiFailure.Balance), 0)]
    [InlineData("hangup-1", nameof(ApiFailure.UnknownFate), 1)]
    [InlineData("hangup-before-1", nameof(ApiFailure.UnknownFate), 0)]
    [InlineData("bad-gateway-1", nameof(ApiFailure.UnknownFate), 1)]
    [InlineData("cut-1", nameof(ApiFailure.UnknownFate), 1)]
    public async Task A_start_that_goes_wrong_is_told_apart_and_sent_once(string task, string expected, int runs)
    {
        await using var sandbox = await SandboxTest.StartAsync();

        // The first call leaves a connection in the pool: the one on which a stack would repeat a request.
        await sandbox.Client.GetAccountAsync(default);
        var failure = await Clients.FailureAsync(sandbox.StartAsync(task));

        Assert.Equal(expected, failure.GetType().Name);
        Assert.Equal(1, sandbox.Stats.Calls.Start);
        Assert.Equal(runs, sandbox.Stats.RunsCreated);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(429)]
    [InlineData(200)]
    public async Task The_plans_limit_is_known_by_its_code_whatever_the_status(int status)
    {
        var scenario = new Scenario { Switches = new Switches { PlanLimitHttp = status, ReadyHoldsSlot = true } };
        await using var sandbox = await SandboxTest.StartAsync(new SandboxOptions { Plan = 1, Rate = 0, Scenario = scenario });
        await sandbox.StartAsync("slow-1");

        var failure = await Clients.FailureAsync<ApiFailure.PlanLimited>(sandbox.StartAsync("slow-2"));

        Assert.Equal((status, 30003L), (failure.Facts.HttpStatus, failure.Facts.Code));
        Assert.NotNull(failure.Facts.RequestId);
        Assert.Equal(1, sandbox.Stats.RunsCreated);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(200)]
    public async Task The_rate_limit_says_how_long_to_stay_away(int status)
    {
        var scenario = new Scenario { Rate = 1, RetryAfter = 3, Switches = new Switches { RateLimitHttp = status } };
        await using var sandbox = await SandboxTest.StartAsync(new SandboxOptions { Scenario = scenario });
        await sandbox.StartAsync("maps-berlin");

        var failure = await Clients.FailureAsync<ApiFailure.RateLimited>(sandbox.StartAsync("maps-paris"));

        Assert.Equal((status, 13000L), (failure.Facts.HttpStatus, failure.Facts.Code));
        Assert.Equal(TimeSpan.FromSeconds(3), failure.Facts.RetryAfter);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_ill_gateway_is_a_transient_failure_of_reads(bool html)
    {
        var scenario = new Scenario { ReadTrouble = new ReadTrouble { Chance = 1, Html = html } };
        await using var sandbox = await SandboxTest.StartAsync(new SandboxOptions { Rate = 0, Scenario = scenario });

        var failure = await Clients.FailureAsync<ApiFailure.TransientRead>(sandbox.Client.GetAccountAsync(default));

        Assert.Equal(502, failure.Facts.HttpStatus);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        await using var sandbox = await SandboxTest.StartAsync();
        const string Nowhere = "01KZAZ2B7T0000000000000000";

        await Clients.FailureAsync<ApiFailure.NotFound>(sandbox.Client.GetRunAsync(Nowhere, default));
        await Clients.FailureAsync<ApiFailure.NotFound>(sandbox.Client.GetLogAsync(Nowhere, default));
        await Clients.FailureAsync<ApiFailure.NotFound>(sandbox.Client.StartAsync(new StartOrder.Rerun(Nowhere), default));
        await Clients.FailureAsync<ApiFailure.NotFound>(sandbox.Client.GetTaskAsync("missing-1", default));
        await Clients.FailureAsync<ApiFailure.NotFound>(
            sandbox.Client.StartAsync(new StartOrder.RunWorker("worker-without-owner", "{}", null), default));
    }

    [Fact]
    public async Task Strings_for_numbers_and_bare_log_lines_make_no_difference()
    {
        var switches = new Switches { CountsAsStrings = true, LogEntries = LogForm.Strings, ErrMsgIn = ErrorPlace.Both };
        var scenario = new Scenario { Switches = switches };
        await using var sandbox = await SandboxTest.StartAsync(new SandboxOptions { Rate = 0, Scenario = scenario });
        var slug = await sandbox.FinishAsync("maps-berlin");
        var failed = await sandbox.FinishAsync("fail-1");

        var run = await sandbox.Client.GetRunAsync(slug, default);
        Assert.True(run is { Results: > 0, TrafficBytes: > 0, DurationSeconds: > 0, StartedAt: not null, FinishedAt: not null });
        Assert.Equal(run.Results, (await sandbox.Client.GetResultsAsync(slug, 1, 100, default)).Total);
        Assert.Equal(2, (await sandbox.Client.ListRunsAsync(new RunQuery(), default)).Total);
        Assert.All((await sandbox.Client.GetLogAsync(slug, default)).Lines, line => Assert.NotEmpty(line.Text));
        Assert.NotNull((await sandbox.Client.GetRunAsync(failed, default)).ErrorMessage);
    }
}
