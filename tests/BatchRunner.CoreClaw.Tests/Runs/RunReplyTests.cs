using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Runs;

namespace BatchRunner.CoreClaw.Tests.Runs;

public sealed class RunReplyTests
{
    [Fact]
    public void A_detail_as_the_audit_saw_it()
    {
        var run = Report(
            """
            {"slug":"01KKDXV2G26BT7NH4ZQR2R4NPZ","scraper_slug":"01KPD6M5YQADCQKGVKPDZVYC63","scraper_title":"Google Maps Scraper",
             "version":"v1.2.8","status":"succeeded","results":1,"usage":"0.0217","traffic":512,"origin":"api_v2",
             "started_at":1782091200,"finished_at":1782091210,"duration":10}
            """)!;

        var expected = new RunReport("01KKDXV2G26BT7NH4ZQR2R4NPZ", RunStatus.Succeeded, "succeeded")
        {
            WorkerSlug = "01KPD6M5YQADCQKGVKPDZVYC63",
            WorkerTitle = "Google Maps Scraper",
            Origin = "api_v2",
            Results = 1,
            Usage = 0.0217m,
            TrafficBytes = 512,
            StartedAt = DateTimeOffset.FromUnixTimeSeconds(1782091200),
            FinishedAt = DateTimeOffset.FromUnixTimeSeconds(1782091210),
            DurationSeconds = 10,
        };
        Assert.Equal(expected, run);
    }

    [Fact]
    public void Types_that_differ_between_documents_are_all_read()
    {
        var run = Report(
            """
            {"slug":"R","status":"running","results":"7","usage":0.000000100000000000000001,"traffic":"9007199254740993","duration":"1.5",
             "started_at":"1782091200","finished_at":0,"err_msg":"","scraper_slug":null,"extra":{"deep":[1]}}
            """)!;

        Assert.Equal((7L, 9007199254740993L), (run.Results, run.TrafficBytes));
        Assert.Equal(0.000000100000000000000001m, run.Usage);
        Assert.Equal(1.5m, run.DurationSeconds);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1782091200), run.StartedAt);
        Assert.Null(run.FinishedAt);
        Assert.Null(run.ErrorMessage);
        Assert.Null(run.WorkerSlug);
    }

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("12.9", 12)]
    [InlineData("1e3", 1000)]
    [InlineData("\"3.0\"", 3)]
    [InlineData("null", 0)]
    [InlineData("\"many\"", 0)]
    [InlineData("{}", 0)]
    [InlineData("99999999999999999999", 0)]
    public void A_count_is_read_from_whatever_stands_for_a_number(string written, long expected) =>
        Assert.Equal(expected, Report($$"""{"slug":"R","results":{{written}}}""")!.Results);

    [Theory]
    [InlineData("1782091200123", 1782091200123)]
    [InlineData("1782091200", 1782091200000)]
    [InlineData("1782091200.75", 1782091200000)]
    public void A_moment_is_in_seconds_unless_it_is_too_large_for_that(string written, long milliseconds) =>
        Assert.Equal(
            DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), Report($$"""{"slug":"R","started_at":{{written}}}""")!.StartedAt);

    [Theory]
    [InlineData("0")]
    [InlineData("-62135596800")]
    [InlineData("9223372036854775807")]
    [InlineData("\"\"")]
    public void A_moment_that_is_none_is_null(string written) =>
        Assert.Null(Report($$"""{"slug":"R","started_at":{{written}}}""")!.StartedAt);

    [Theory]
    [InlineData("\"paused\"", RunStatus.Unknown, "paused")]
    [InlineData("\"ABORTED\"", RunStatus.Aborted, "ABORTED")]
    [InlineData("3", RunStatus.Unknown, "3")]
    [InlineData("null", RunStatus.Unknown, "")]
    public void A_status_is_kept_as_it_was_written(string written, RunStatus status, string text)
    {
        var run = Report($$"""{"slug":"R","status":{{written}}}""")!;

        Assert.Equal((status, text), (run.Status, run.StatusText));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"slug":""}""")]
    [InlineData("""{"slug":null,"status":"running"}""")]
    public void A_run_without_a_slug_is_no_run(string data)
    {
        Assert.Null(Report(data));
        Assert.Null(RunReplies.Page(JsonElement.Parse($$"""{"list":[{{data}}]}"""), "req-1"));
    }

    [Fact]
    public void A_page_of_the_run_list_keeps_its_order_and_its_error_texts()
    {
        var page = RunReplies.Page(JsonElement.Parse(
            """
            {"count":207,"page_index":1,"page_size":2,
             "list":[{"slug":"B","status":"failed","err_msg":"proxy banned"},{"slug":"A","status":"aborting","usage":"1.10"}]}
            """), "req-7")!;

        Assert.Equal(207, page.Total);
        Assert.Equal(["B", "A"], page.Runs.Select(run => run.Slug));
        Assert.Equal(("proxy banned", "req-7"), (page.Runs[0].ErrorMessage, page.Runs[0].RequestId));
        Assert.Equal(RunStatus.Aborting, page.Runs[1].Status);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"count":0,"list":null}""")]
    [InlineData("""{"list":[]}""")]
    public void A_page_without_runs_is_a_page(string data)
    {
        var page = RunReplies.Page(JsonElement.Parse(data), null)!;

        Assert.Equal(0, page.Total);
        Assert.Empty(page.Runs);
    }

    private static RunReport? Report(string data) => RunReplies.Report(JsonElement.Parse(data), null);
}
