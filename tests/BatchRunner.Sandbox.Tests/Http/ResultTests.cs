using System.Net;
using System.Text.Json;

namespace BatchRunner.Sandbox.Tests.Http;

public sealed class ResultTests : SandboxTest
{
    [Fact]
    public async Task Rows_come_in_pages_and_are_the_same_each_time()
    {
        var slug = await Start("a");
        Time.Pass(2);
        var first = (await Get($"/api/v2/worker-runs/{slug}/result?limit=2")).Data;
        var second = (await Get($"/api/v2/worker-runs/last/result?limit=2&offset=2")).Data;
        var all = (await Get($"/api/v2/worker-runs/{slug}/result")).Data;

        Assert.Equal(3, first.GetProperty("count").GetInt32());
        Assert.Equal((2, 2), (second.GetProperty("page_index").GetInt32(), second.GetProperty("page_size").GetInt32()));
        Assert.Equal(Rows(all), Rows(first).Concat(Rows(second)));
        Assert.Equal(3, all.GetProperty("list").EnumerateArray().Select(static row => row.GetProperty("__coreclaw_data_id__").GetString()).Distinct().Count());
        Assert.Equal("title", all.GetProperty("headers")[0].GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("csv", 4)]
    [InlineData("CSV", 4)]
    [InlineData("jsonl", 3)]
    public async Task An_export_has_one_line_a_row(string format, int lines)
    {
        var text = await Export(format);

        Assert.Equal(lines, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("xml", "<?xml")]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("rss", "<?xml")]
    public async Task An_export_in_markup_is_genuine(string format, string start)
    {
        var text = await Export(format);

        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.NotNull(System.Xml.Linq.XDocument.Parse(text).Root);
    }

    [Fact]
    public async Task A_JSON_export_has_the_rows_of_the_pages()
    {
        using var export = JsonDocument.Parse(await Export("json"));
        var page = (await Get("/api/v2/worker-runs/last/result")).Data;

        Assert.Equal(page.GetProperty("list").GetRawText(), JsonSerializer.Serialize(export.RootElement, Relaxed));
    }

    [Fact]
    public async Task An_export_can_be_narrowed_to_columns() =>
        Assert.StartsWith("title,rating\r\n", await Export("csv", "&filter_keys=rating,title,unknown"), StringComparison.Ordinal);

    [Theory]
    [InlineData("xlsx", 400)]
    [InlineData("xls", 400)]
    [InlineData("pdf", 422)]
    public async Task Other_formats_are_refused(string format, int http)
    {
        await Start("a");
        Assert.Equal((http, 11000), (await Get($"/api/v2/worker-runs/last/export?format={format}")).Verdict);
    }

    [Fact]
    public async Task A_download_that_carries_a_key_is_refused_and_counted()
    {
        var link = await Link("csv");
        Assert.NotEqual(Server.BaseUrl.Port, link.Port);

        using var leak = await Client.GetAsync(link);
        using var bare = new HttpClient();
        using var token = await bare.GetAsync(new Uri(link + "&token=secret"));
        using var forged = await bare.GetAsync(new Uri(link.GetLeftPart(UriPartial.Path) + "?signature=1"));
        using var good = await bare.GetAsync(link);

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK],
            new[] { leak, token, forged, good }.Select(static response => response.StatusCode));
        Assert.Equal(2, Server.Stats.KeyLeaks);
    }

    [Fact]
    public async Task A_log_has_a_few_lines_and_a_link_to_the_whole()
    {
        var slug = await Start("fail-1");
        Time.Pass(2);
        var log = (await Get($"/api/v2/worker-runs/{slug}/log")).Data;
        using var bare = new HttpClient();
        var whole = await bare.GetStringAsync(new Uri(log.GetProperty("all_logs_url").GetString()!));

        Assert.Equal([2, 2, 4], log.GetProperty("list").EnumerateArray().Select(static line => line.GetProperty("type").GetInt32()));
        Assert.Contains("Traceback", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("Traceback", log.GetRawText(), StringComparison.Ordinal);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<string> Rows(JsonElement page) => page.GetProperty("list").EnumerateArray().Select(static row => row.GetRawText());

    private async Task<string> Export(string format, string more = "")
    {
        using var bare = new HttpClient();
        return await bare.GetStringAsync(await Link(format, more));
    }

    private async Task<Uri> Link(string format, string more = "")
    {
        var slug = await Start("a");
        Time.Pass(2);
        var answer = await Get($"/api/v2/worker-runs/{slug}/result/export?format={format}{more}");
        return new Uri(answer.Data.GetProperty("download_url").GetString()!);
    }
}
