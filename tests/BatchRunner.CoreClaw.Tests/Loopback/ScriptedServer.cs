using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace BatchRunner.CoreClaw.Tests.Loopback;

/// <summary>A server on raw sockets that answers request after request by a script; the last reaction goes on for ever.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly Channel<ReceivedRequest> _arrivals = Channel.CreateUnbounded<ReceivedRequest>();
    private readonly Queue<Reaction> _script;
    private readonly Task _accepting;

    public ScriptedServer(params Reaction[] script)
    {
        _script = new Queue<Reaction>(script);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>Waits until the next request has come in whole.</summary>
    public async Task<ReceivedRequest> ArrivalAsync() => await _arrivals.Reader.ReadAsync(_stopping.Token);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stopping.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            while (await RequestReader.ReadAsync(stream, _stopping.Token) is { } request)
            {
                _requests.Enqueue(request);
                var reaction = Next();
                await stream.WriteAsync(reaction.Bytes, _stopping.Token);
                await _arrivals.Writer.WriteAsync(request);
                switch (reaction.Then)
                {
                    case Afterwards.Close:
                        return;
                    case Afterwards.Reset:
                        socket.LingerState = new LingerOption(enable: true, seconds: 0);
                        return;
                    case Afterwards.Hang:
                        await RequestReader.ReadAsync(stream, _stopping.Token);
                        return;
                    default:
                        break;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The test is over, or the client went away: both are what some test is about.
        }
    }

    private Reaction Next()
    {
        lock (_script)
        {
            return _script.Count > 1 ? _script.Dequeue() : _script.Peek();
        }
    }
}
