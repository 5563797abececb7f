using System.Globalization;
using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Batches;

public sealed class DemoTests : ProgramTest
{
    private const string Columns =
        "row,label,kind,target,run_slug,status,attempts,usage,duration_s,results,traffic_bytes,started_at,finished_at,elapsed_s,"
        + "error_code,error,request_id,result_path";

    [Fact]
    public async Task The_demo_runs_without_a_key_and_every_row_succeeds()
    {
        var batch = Samples.PathOf("demo.csv");

        var ended = (await RunAsync("run", batch, "--sandbox", "-o", "out")).Expect(0);

        Assert.Equal("out/summary.csv\n", ended.Output);
        Assert.Equal($"{Columns},team", string.Join(',', Summary.Columns));
        var asked = Csv.Parse(await File.ReadAllTextAsync(batch)).Skip(1).ToList();
        Assert.True(asked.Count >= 40);
        Assert.Equal(Enumerable.Range(1, asked.Count).Select(row => row.ToString(CultureInfo.InvariantCulture)), Summary.Column("row"));
        Assert.Equal(asked, Summary.Rows.Select(row => new List<string> { row["target"], row["label"], row["team"] }));
        Assert.All(Summary.Rows, row => Assert.Equal("succeeded", row["status"]));
        Assert.All(Summary.Rows, row => Assert.Equal(Attempts(row["target"]), row["attempts"]));
        Assert.Contains(Summary.Rows, row => row["attempts"] == "2");
    }

    private static string Attempts(string target) =>
        target.StartsWith("flaky-", StringComparison.Ordinal) ? "2" : target.StartsWith("flaky2-", StringComparison.Ordinal) ? "3" : "1";
}
