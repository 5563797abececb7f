using System.Net;

namespace BatchRunner.Sandbox.Tests.Http;

public sealed class TroubleTests : SandboxTest
{
    [Fact]
    public async Task A_hung_up_start_gives_no_reply_but_a_run()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => Post("/api/v2/worker-tasks/hangup-1/runs"));

        Assert.True(Assert.Single(Server.Runs).Lost);
        Assert.Equal(1, Server.Stats.LostReplies);
    }

    [Fact]
    public async Task A_start_hung_up_before_gives_neither_a_reply_nor_a_run()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => Post("/api/v2/worker-tasks/hangup-before-1/runs"));

        Assert.Empty(Server.Runs);
        Assert.Equal(1, Server.Stats.LostReplies);
    }

    [Fact]
    public async Task A_bad_gateway_answers_with_a_page_though_the_run_was_created()
    {
        using var body = new StringContent("{}");
        using var response = await Client.PostAsync(new Uri("/api/v2/worker-tasks/bad-gateway-1/runs", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<h1>502 Bad Gateway</h1>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(Assert.Single(Server.Runs).Lost);
    }

    [Fact]
    public async Task A_cut_reply_ends_before_its_announced_length_though_the_run_was_created()
    {
        using var body = new StringContent("{}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v2/worker-tasks/cut-1/runs") { Content = body };
        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var text = new byte[1000];
        var read = 0;
        var error = await Assert.ThrowsAsync<HttpIOException>(async () =>
        {
            int more;
            while ((more = await stream.ReadAsync(text.AsMemory(read))) > 0)
            {
                read += more;
            }
        });

        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(response.Content.Headers.ContentLength / 2, read);
        Assert.True(Assert.Single(Server.Runs).Lost);
    }

    [Fact]
    public async Task The_server_goes_on_after_a_lost_reply()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => Post("/api/v2/worker-tasks/hangup-1/runs"));
        Time.Pass(2);

        Assert.Equal("succeeded", await Status(Server.Runs[0].Slug));
    }
}

public sealed class ReadTroubleTests : SandboxTest
{
    protected override SandboxOptions Options => base.Options with
    {
        Scenario = new Scenario { ReadTrouble = new() { Chance = 1, Status = 503, Html = false } },
    };

    [Fact]
    public async Task Reads_can_fail_while_starts_go_well()
    {
        await Start("a");

        Assert.Equal((503, 10000), (await Get("/api/v2/worker-runs")).Verdict);
    }
}
