using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;

namespace BatchRunner.CoreClaw.Tests.Downloads;

public sealed class StorageDownloadsTests
{
    [Fact]
    public async Task A_file_is_fetched_by_a_stranger_without_key_or_cookies()
    {
        await using var server = new ScriptedServer(Reaction.Page("a,b\n1,2\n", "text/csv", 200, "Set-Cookie: a=b"));
        using var downloads = new StorageDownloads(TimeProvider.System);
        using var file = new MemoryStream();
        var link = new Uri(server.Url, "/f.csv?sig=a%2Fb%2B+c&X-Expires=1");

        await downloads.DownloadAsync(link, file, default);
        await downloads.DownloadAsync(link, file, default);

        Assert.Equal("a,b\n1,2\na,b\n1,2\n", System.Text.Encoding.UTF8.GetString(file.ToArray()));
        Assert.All(server.Requests, request =>
        {
            Assert.Equal("/f.csv?sig=a%2Fb%2B+c&X-Expires=1", request.Target);
            Assert.DoesNotContain(request.Headers.Keys, name => name is "Authorization" or "api-key" or "Cookie");
        });
    }

    [Fact]
    public async Task A_redirect_is_followed_to_another_host_but_not_for_ever()
    {
        await using var storage = new ScriptedServer(Reaction.Page("rows", "text/csv", 200));
        await using var server = new ScriptedServer(Reaction.Html(302, $"Location: {storage.Url}f"), Reaction.Html(302, "Location: /again"));
        using var downloads = new StorageDownloads(TimeProvider.System);
        using var file = new MemoryStream();

        await downloads.DownloadAsync(server.Url, file, default);
        Assert.Equal(4, file.Length);

        await Clients.FailureAsync<ApiFailure.Invalid>(downloads.DownloadAsync(server.Url, file, default));
        Assert.Equal(7, server.Requests.Count);
    }

    [Theory]
    [InlineData("Content-Length: 100", "rows")]
    [InlineData("Transfer-Encoding: chunked", "4\r\nrows\r\n")]
    public async Task A_file_shorter_than_announced_is_no_file(string framing, string body)
    {
        await using var server = new ScriptedServer(Reaction.Raw(Reaction.Head(200, framing) + body, Afterwards.Close));
        using var downloads = new StorageDownloads(TimeProvider.System);

        await Clients.FailureAsync<ApiFailure.TransientRead>(downloads.DownloadAsync(server.Url, new MemoryStream(), default));
    }

    [Theory]
    [InlineData(404, nameof(ApiFailure.NotFound))]
    [InlineData(410, nameof(ApiFailure.NotFound))]
    [InlineData(403, nameof(ApiFailure.TransientRead))]
    [InlineData(401, nameof(ApiFailure.Invalid))]
    [InlineData(400, nameof(ApiFailure.Invalid))]
    [InlineData(408, nameof(ApiFailure.TransientRead))]
    [InlineData(429, nameof(ApiFailure.TransientRead))]
    [InlineData(500, nameof(ApiFailure.TransientRead))]
    [InlineData(503, nameof(ApiFailure.TransientRead))]
    public async Task A_status_says_whether_another_try_may_help(int status, string expected)
    {
        await using var server = new ScriptedServer(Reaction.Html(status, "Retry-After: 9"));
        using var downloads = new StorageDownloads(TimeProvider.System);
        var link = new Uri(server.Url, "/signed-path?sig=signature");

        var failure = await Clients.FailureAsync(downloads.DownloadAsync(link, new MemoryStream(), default));

        Assert.Equal(expected, failure.GetType().Name);
        Assert.Equal((status, TimeSpan.FromSeconds(9)), (failure.Facts.HttpStatus, failure.Facts.RetryAfter));
        Assert.DoesNotContain("sign", failure.Facts.ToString().Replace("(signed link)", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(link.Authority, failure.Facts.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_may_be_reached_later()
    {
        using var downloads = new StorageDownloads(TimeProvider.System);
        var link = new Uri("http://storage.invalid/f");

        await Clients.FailureAsync<ApiFailure.TransientRead>(downloads.DownloadAsync(link, new MemoryStream(), default));
    }

    [Fact]
    public async Task A_host_that_falls_silent_is_given_up()
    {
        var time = new ManualTime();
        var half = Reaction.Raw(Reaction.Head(200, "Content-Length: 100") + "rows", Afterwards.Hang);
        await using var server = new ScriptedServer(half);
        using var downloads = new StorageDownloads(time);

        var download = downloads.DownloadAsync(server.Url, new MemoryStream(), default);
        await server.ArrivalAsync();
        while (!download.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(60));
            await Task.Yield();
        }

        var failure = await Clients.FailureAsync<ApiFailure.TransientRead>(download);
        Assert.Contains("sent nothing for 60 s", failure.Facts.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_may_give_up()
    {
        await using var server = new ScriptedServer(Reaction.Silence);
        using var downloads = new StorageDownloads(TimeProvider.System);
        using var caller = new CancellationTokenSource();

        var download = downloads.DownloadAsync(server.Url, new MemoryStream(), caller.Token);
        await server.ArrivalAsync();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);
    }

    [Fact]
    public async Task A_full_disk_is_not_the_hosts_fault()
    {
        await using var server = new ScriptedServer(Reaction.Page("rows", "text/csv", 200));
        using var downloads = new StorageDownloads(TimeProvider.System);
        using var full = new MemoryStream(new byte[2]);

        await Assert.ThrowsAsync<NotSupportedException>(() => downloads.DownloadAsync(server.Url, full, default));
    }

    [Fact]
    public async Task A_link_into_this_machine_is_refused()
    {
        using var downloads = new StorageDownloads(TimeProvider.System);

        await Clients.FailureAsync<ApiFailure.Invalid>(downloads.DownloadAsync(new Uri("file:///etc/passwd"), new MemoryStream(), default));
    }
}
