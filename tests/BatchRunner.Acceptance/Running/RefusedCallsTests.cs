using BatchRunner.Acceptance.Fixture;
using BatchRunner.Sandbox;

namespace BatchRunner.Acceptance.Running;

/// <summary>Calls that are refused for their number, or that fail on their way, change nothing about the result.</summary>
public sealed class RefusedCallsTests : ProgramTest
{
    [Theory]
    [InlineData("seconds")]
    [InlineData("date")]
    public async Task Rule_4_no_call_is_sent_before_a_retry_after_is_over(string form)
    {
        await ServeAsync(Scenarios.Quick with
        {
            RateAlgorithm = RateAlgorithm.TokenBucket,
            Rate = 1,
            Burst = 3,
            RetryAfter = 1,
            RetryAfterAs = Enum.Parse<RetryAfterForm>(form, ignoreCase: true),
        });
        var tasks = Enumerable.Range(1, 4).Select(number => $"maps-{number}").ToArray();

        // Half a second between calls, so that the refusal of one is known before the next is due, on a busy machine too.
        (await RunAsync("run", Write("slow.txt", tasks), "-o", "out", "--rate", "2", "--max-concurrent", "10")).Expect(0);

        Assert.True(Sandbox.Stats.RateLimited > 0, "no call was refused");
        Assert.Equal(0, Sandbox.Stats.EarlyCalls);
        Assert.Equal(Sandbox.Stats.RateLimited, Summary.Json.GetProperty("rate_limited").GetInt64());
        Assert.Equal(4, Sandbox.Stats.RunsCreated);
        Assert.All(Summary.Rows, row => Assert.Equal(("succeeded", "1"), (row["status"], row["attempts"])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reads_that_fail_change_nothing_about_the_result(bool html)
    {
        await ServeAsync(Scenarios.Quick with { ReadTrouble = new ReadTrouble { Chance = 0.25, Status = 503, Html = html } });
        var tasks = Enumerable.Range(1, 12).Select(number => $"maps-{number}").ToArray();

        (await RunBatchAsync(Write("ill.txt", tasks), "--collect", "jsonl")).Expect(0);

        Assert.All(Summary.Rows, row => Assert.Equal(("succeeded", "1"), (row["status"], row["attempts"])));
        Assert.Equal(12, Sandbox.Stats.RunsCreated);
        Assert.Equal(Sandbox.Stats.UsageTotal, Summary.Usage);
        Assert.All(Summary.Rows, row => Assert.Equal(
            int.Parse(row["results"]), File.ReadAllLines(Path.Combine(OutputFolder, row["result_path"])).Length));
    }
}
