using System.Text.Json;
using BatchRunner.CoreClaw.Results;

namespace BatchRunner.CoreClaw.Tests.Results;

public sealed class ResultReplyTests
{
    [Fact]
    public void Rows_come_out_as_CoreClaw_wrote_them()
    {
        var page = ResultReplies.Page(JsonElement.Parse(
            """
            {"count":2,"headers":[{"key":"title","label":"Title","format":"text"}],"page_index":1,"page_size":100,
             "list":[{"title":"Caf\u00e9 <b>","price":1.10,"id":9007199254740993,"__coreclaw_data_id__":"x"},{"n":[{"m":null}]}]}
            """));

        Assert.Equal((2L, 1), (page.Total, page.PageIndex));
        Assert.Equal(
            ["""{"title":"Caf\u00e9 <b>","price":1.10,"id":9007199254740993,"__coreclaw_data_id__":"x"}""", """{"n":[{"m":null}]}"""],
            page.Rows);
    }

    [Fact]
    public void A_row_is_one_line_and_keeps_its_digits()
    {
        var page = ResultReplies.Page(JsonElement.Parse("{\"list\":[{\n  \"price\": 1.10,\r\n  \"id\": 9007199254740993\n}]}"));

        Assert.Equal(["""{"price":1.10,"id":9007199254740993}"""], page.Rows);
        Assert.Null(page.PageIndex);
        Assert.Equal(1, page.Total);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"count":"0","list":null,"page_index":"2"}""")]
    public void No_rows_are_no_failure(string data) => Assert.Empty(ResultReplies.Page(JsonElement.Parse(data)).Rows);

    [Theory]
    [InlineData("""{"download_url":"https://smp.example/f.csv?sig=a%2Fb"}""", "https://smp.example/f.csv?sig=a%2Fb")]
    [InlineData("""{"download_url":"http://127.0.0.1:8787/x","format":"csv","record_count":3}""", "http://127.0.0.1:8787/x")]
    public void An_export_gives_a_link(string data, string link) =>
        Assert.Equal(link, ResultReplies.Link(JsonElement.Parse(data))!.AbsoluteUri);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"download_url":""}""")]
    [InlineData("""{"download_url":"/relative"}""")]
    [InlineData("""{"download_url":"file:///etc/passwd"}""")]
    public void A_link_that_cannot_be_followed_is_none(string data) => Assert.Null(ResultReplies.Link(JsonElement.Parse(data)));
}
