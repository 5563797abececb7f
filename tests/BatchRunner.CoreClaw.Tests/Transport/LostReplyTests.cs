using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tests.Loopback;

namespace BatchRunner.CoreClaw.Tests.Transport;

/// <summary>Replies that never come, or not whole.</summary>
public sealed class LostReplyTests
{
    private const string Body = """{"code":0,"data":{"run_slug":"R","slug":"R"}}""";

    [Theory]
    [InlineData("Content-Length: 500")]
    [InlineData("Transfer-Encoding: chunked")]
    [InlineData("Connection: close")]
    public async Task A_body_that_ends_early_is_no_reply(string framing)
    {
        var half = framing.EndsWith("chunked", StringComparison.Ordinal) ? $"{30:X}\r\n{Body[..30]}\r\n" : Body[..30];
        await using var server = new ScriptedServer(Reaction.Raw(Reaction.Head(200, framing) + half, Afterwards.Close));
        using var client = Clients.Of(server);

        await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());
        var read = await Clients.FailureAsync<ApiFailure.TransientRead>(client.GetRunAsync("R", default));

        Assert.Equal((200, "the reply ended early"), (read.Facts.HttpStatus, read.Facts.Message));
    }

    [Fact]
    public async Task A_closed_or_reset_connection_is_no_reply()
    {
        await using var server = new ScriptedServer(
            Reaction.CloseWithoutAnswer, Reaction.ResetWithoutAnswer, Reaction.CloseWithoutAnswer);
        using var client = Clients.Of(server);

        await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());
        await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());
        var read = await Clients.FailureAsync<ApiFailure.TransientRead>(client.GetRunAsync("R", default));

        Assert.Null(read.Facts.HttpStatus);
    }

    [Fact]
    public async Task Bytes_that_are_not_HTTP_are_no_reply()
    {
        await using var server = new ScriptedServer(Reaction.Raw("SSH-2.0-OpenSSH_9.6\r\n", Afterwards.Close));
        using var client = Clients.Of(server);

        await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());
        await Clients.FailureAsync<ApiFailure.TransientRead>(client.GetRunAsync("R", default));
    }

    [Fact]
    public async Task A_compressed_reply_is_read_and_a_broken_one_is_no_reply()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Body));
        }

        var whole = packed.ToArray();
        await using var server = new ScriptedServer(Gzip(whole), Gzip(whole[..^12]), Gzip([1, 2, 3]));
        using var client = Clients.Of(server);

        Assert.Equal("R", await client.StartAsync());
        await Clients.FailureAsync<ApiFailure.UnknownFate>(client.StartAsync());
        await Clients.FailureAsync<ApiFailure.TransientRead>(client.GetRunAsync("R", default));
    }

    [Fact]
    public async Task A_body_without_end_is_given_up()
    {
        var flood = new byte[(64 << 20) + 1];
        await using var server = new ScriptedServer(
            new Reaction([.. Encoding.ASCII.GetBytes(Reaction.Head(200, "Connection: close")), .. flood], Afterwards.Close));
        using var client = Clients.Of(server);

        var read = await Clients.FailureAsync<ApiFailure.Malformed>(client.GetRunAsync("R", default));
        Assert.Equal("the reply is larger than 64 MB", read.Facts.Message);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        // Bound but not listening: nobody else can get the port meanwhile.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var client = Clients.Of(new Uri($"http://{socket.LocalEndPoint}"));

        var start = await Clients.FailureAsync<ApiFailure.NotSent>(client.StartAsync());
        await Clients.FailureAsync<ApiFailure.NotSent>(client.GetRunAsync("R", default));

        Assert.Contains("refused", start.Facts.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_gets_nothing()
    {
        using var client = Clients.Of(new Uri("http://coreclaw.invalid"));

        await Clients.FailureAsync<ApiFailure.NotSent>(client.StartAsync());
        await Clients.FailureAsync<ApiFailure.NotSent>(client.GetRunAsync("R", default));
    }

    [Fact]
    public async Task Without_a_TLS_handshake_nothing_was_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = Clients.Of(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
        var start = client.StartAsync();
        using (var connection = await listener.AcceptTcpClientAsync())
        {
            await connection.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        }

        await Clients.FailureAsync<ApiFailure.NotSent>(start);
    }

    private static Reaction Gzip(byte[] body) =>
        new(
            [.. Encoding.ASCII.GetBytes(Reaction.Head(200, "Content-Encoding: gzip", $"Content-Length: {body.Length}")), .. body],
            Afterwards.KeepOpen);
}
