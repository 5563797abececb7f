namespace BatchRunner.Sandbox.Tests.Http;

public sealed class RefusalTests : SandboxTest
{
    private const string Input = """{"input":{"parameters":{"custom":{"keyword":"x"}}}""";

    [Theory]
    [InlineData("/api/v2/nothing", 404, 11004)]
    [InlineData("/api/v1/worker-runs", 404, 11004)]
    [InlineData("/api/v2/worker-runs/01KZAZ2B7T0000000000000000", 404, 70001)]
    [InlineData("/api/v2/worker-runs/last/result/export", 404, 11004)]
    [InlineData("/api/v2/workers/coreclaw/google-maps-scraper", 404, 11004)]
    [InlineData("/api/v2/workers/coreclaw%2Fgoogle-maps-scraper", 404, 11004)]
    [InlineData("/api/v2/workers/google-maps-scraper", 404, 50001)]
    [InlineData("/api/v2/worker-tasks/missing-1", 404, 60001)]
    public async Task What_does_not_exist_is_refused(string path, int http, int code) =>
        Assert.Equal((http, code), (await Get(path)).Verdict);

    [Theory]
    [InlineData("", 400, 11000)]
    [InlineData("{", 400, 11000)]
    [InlineData("[]", 422, 11000)]
    [InlineData("""{"inputs":1}""", 400, 11000)]
    [InlineData("""{"input":{}}""", 400, 11000)]
    [InlineData("""{"is_async":"yes"}""", 422, 11000)]
    [InlineData("""{"is_async":false}""", 400, 16000)]
    [InlineData("""{"limit":101}""", 422, 11000)]
    [InlineData("""{"limit":"20"}""", 422, 11000)]
    [InlineData("""{"callback_url":"nowhere"}""", 422, 11000)]
    [InlineData("""{"is_async":true,"limit":20,"offset":0,"callback_url":"https://example.com/x"}""", 200, 0)]
    public async Task The_body_of_a_start_is_checked(string body, int http, int code)
    {
        Assert.Equal((http, code), (await Post("/api/v2/worker-tasks/a/runs", body)).Verdict);
        Assert.Equal(code == 0 ? 1 : 0, Server.Stats.RunsCreated);
    }

    [Theory]
    [InlineData("{}", 400, 11000)]
    [InlineData("""{"input":{"keyword":"x"}}""", 400, 11000)]
    [InlineData(Input + ""","version":"latest"}""", 400, 50003)]
    [InlineData(Input + ""","version":3}""", 422, 11000)]
    [InlineData(Input + ""","version":"v1.2.3"}""", 200, 0)]
    [InlineData(Input + "}", 200, 0)]
    public async Task The_input_of_a_Worker_must_be_wrapped_and_its_version_concrete(string body, int http, int code) =>
        Assert.Equal((http, code), (await Post("/api/v2/workers/coreclaw~google-maps-scraper/runs", body)).Verdict);

    [Fact]
    public async Task A_Workers_path_may_come_with_its_tilde_encoded()
    {
        Assert.Equal(0, (await Post("/api/v2/workers/coreclaw%7Egoogle-maps-scraper/runs", Input + "}")).Code);
        Assert.Equal("coreclaw~google-maps-scraper", Server.Runs[0].Task);
    }

    [Fact]
    public async Task A_refusal_has_a_message_a_request_id_and_details()
    {
        var body = (await Post("/api/v2/worker-tasks/a/runs", """{"nonsense":1}""")).Body;

        Assert.Equal("invalid argument", body.GetProperty("message").GetString());
        Assert.StartsWith("req-", body.GetProperty("request_id").GetString(), StringComparison.Ordinal);
        Assert.Equal("unknown field nonsense", body.GetProperty("details")[0].GetString());
        Assert.Equal(1, Server.Stats.Refused.Invalid);
    }
}
