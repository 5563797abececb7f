using System.Globalization;
using System.Text.Json;
using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Running;

/// <summary>What the summary counts is what CoreClaw counted.</summary>
public sealed class TallyTests : ProgramTest
{
    private const string Members =
        "schema,batch,directory,rows,counts,attempts,usage,wall_s,busy_s,peak_concurrent,plan_limit,slot_utilization,calls,"
        + "rate_limited,plan_limited,retries,started_at,finished_at,exit_code";

    [Fact]
    public async Task Usage_and_calls_agree_with_CoreClaw_to_the_last_digit()
    {
        await ServeAsync(Scenarios.Quick);
        string[] tasks = [.. Tasks("maps", 6), .. Tasks("flaky", 4), .. Tasks("flaky2", 3), .. Tasks("fail", 2), "missing-one"];

        (await RunBatchAsync(Write("tally.txt", tasks), "--collect", "csv")).Expect(1);

        var stats = Sandbox.Stats;
        Assert.Equal(stats.UsageTotal, Summary.Usage);
        Assert.Equal(stats.UsageTotal, decimal.Parse(Summary.Json.GetProperty("usage").GetString()!, CultureInfo.InvariantCulture));
        Assert.Equal(6 + (4 * 2) + (3 * 3) + (2 * 3), stats.RunsCreated);
        Assert.Equal(stats.RunsCreated, Summary.Json.GetProperty("attempts").GetInt32());
        Assert.Equal(stats.RunsCreated, Summary.Column("attempts").Sum(int.Parse));
        var calls = JsonSerializer.SerializeToElement(stats.Calls, JsonSerializerOptions.Web);
        Assert.All(calls.EnumerateObject(), kind => Assert.Equal((kind.Name, kind.Value.GetInt64()), (kind.Name, Summary.Calls(kind.Name))));
    }

    [Fact]
    public async Task The_counts_are_those_of_the_rows()
    {
        await ServeAsync(Scenarios.Quick);

        (await RunBatchAsync(Write("counts.txt", "maps-a", "missing-b", "flaky-c", "fail-d", "maps-e"), "--max-attempts", "1")).Expect(1);

        var counts = Summary.Json.GetProperty("counts").EnumerateObject().ToDictionary(count => count.Name, count => count.Value.GetInt32());
        Assert.Equal(
            ["succeeded", "failed", "aborted", "timed_out", "rejected", "in_doubt", "not_started", "running"], counts.Keys);
        Assert.All(counts, count => Assert.Equal(Summary.Rows.Count(row => row["status"] == count.Key), count.Value));
        Assert.Equal((2, 2, 1), (counts["succeeded"], counts["failed"], counts["rejected"]));
        Assert.Equal(Members, string.Join(',', Summary.Json.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(5, Summary.Json.GetProperty("rows").GetInt32());
        Assert.Equal(1, Summary.Json.GetProperty("exit_code").GetInt32());
    }

    private static IEnumerable<string> Tasks(string kind, int count) => Enumerable.Range(1, count).Select(number => $"{kind}-{number}");
}
