using System.Text.Json;
using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Running;

public sealed class CollectTests : ProgramTest
{
    private const int MostRows = 100;
    private const int Headings = 4;

    [Theory]
    [InlineData("jsonl")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task A_run_that_succeeded_leaves_a_file_with_its_rows_and_no_others(string format)
    {
        await ServeAsync(Scenarios.Quick);
        var batch = Write("shops.csv", "task_id,label", "maps-1,Cafés / Bern", "empty-2,", "flaky-3,", "fail-4,");

        (await RunBatchAsync(batch, "--collect", format)).Expect(1);

        Assert.Equal([$"results/1-Cafés___Bern.{format}", $"results/2-empty-2.{format}", $"results/3-flaky-3.{format}", ""], Summary.Column("result_path"));
        Assert.Equal(3, Directory.GetFiles(PathOf("out/results")).Length);
        foreach (var row in Summary.Rows.Take(3))
        {
            var file = await File.ReadAllTextAsync(Path.Combine(OutputFolder, row["result_path"]));
            var rows = await ResultsAsync(row["run_slug"]);
            var read = Read(format, file).ToList();
            // A spreadsheet has the columns that the API gives a heading; the row's own id has none.
            var columns = format == "csv" ? Headings : int.MaxValue;
            Assert.Equal(rows.Select(values => Values(values).Take(columns)), read);
            Assert.Equal(rows.Count, int.Parse(row["results"]));
        }
    }

    private static IEnumerable<List<string>> Read(string format, string file) => format switch
    {
        "jsonl" => file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Values(JsonElement.Parse(line))),
        "json" => JsonElement.Parse(file).EnumerateArray().Select(Values),
        _ => Csv.Parse(file.TrimStart('\uFEFF').ReplaceLineEndings("\n")).Skip(1),
    };

    private static List<string> Values(JsonElement row) => [.. row.EnumerateObject().Select(field => field.Value.GetString()!)];

    /// <summary>The rows of a run as the API itself shows them.</summary>
    private async Task<List<JsonElement>> ResultsAsync(string slug)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("api-key", "any");
        var page = await client.GetStringAsync(new Uri(Sandbox.BaseUrl, $"api/v2/worker-runs/{slug}/result?offset=1&limit={MostRows}"));
        return [.. JsonElement.Parse(page).GetProperty("data").GetProperty("list").EnumerateArray()];
    }
}
