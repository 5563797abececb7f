using BatchRunner.CoreClaw.Reading;
using Flurl.Http;

namespace BatchRunner.CoreClaw.Transport;

/// <summary>Sends one call once, within the time a call may take.</summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly CoreClawConnection _connection;
    private readonly TimeProvider _time;
    private readonly IFlurlClient _client;

    public ApiTransport(CoreClawConnection connection, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        _client = new FlurlClient().Configure(settings =>
        {
            settings.HttpClientFactory = new SocketsClientFactory();
            settings.JsonSerializer = new ContractSerializer();
            settings.AllowedHttpStatusRange = "*";
            settings.CookiesEnabled = false;
            settings.Timeout = null;
        });
        _client.WithHeader("User-Agent", UserAgent.Value).WithHeader("Accept", "application/json");

        // Flurl builds its HttpClient at first use; here nobody else can be building one at the same time.
        _ = _client.HttpClient;
    }

    /// <exception cref="OperationCanceledException">The caller gave up; nothing else is thrown for a call that went wrong.</exception>
    public async Task<Exchange> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var patience = new CancellationTokenSource(_connection.CallTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var body = call.Body is null ? null : new OneShotJson(_client.Settings.JsonSerializer.Serialize(call.Body));
        HttpResponseMessage response;
        try
        {
            var request = KeyedRequest.For(_connection, call);
            request.Client = _client;
            response = await request.SendAsync(call.Method, body, either.Token, HttpCompletionOption.ResponseHeadersRead);
        }
        catch (FlurlHttpException error)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Flurl's own exception quotes the URL, which may carry the key: only what is inside it goes on.
            var cause = error.InnerException ?? new HttpRequestException("the call failed without a cause");
            var fault = TransportFaults.Of(cause, body, patience.IsCancellationRequested);
            return new Exchange.Unanswered(fault, Reason(fault, cause), cause);
        }

        using (response)
        {
            var (bytes, end) = await ReadBodyAsync(response, either.Token, cancellationToken);
            return new Exchange.Answered((int)response.StatusCode, bytes, end, RetryAfter.Of(response, _time));
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<(ReadOnlyMemory<byte> Body, BodyEnd End)> ReadBodyAsync(
        HttpResponseMessage response, CancellationToken either, CancellationToken callers)
    {
        try
        {
            return await BodyReader.ReadAsync(response.Content, either);
        }
        catch (OperationCanceledException) when (!callers.IsCancellationRequested)
        {
            return (default, BodyEnd.TimedOut);
        }
    }

    private string Reason(TransportFault fault, Exception cause) =>
        fault == TransportFault.TimedOut
            ? $"no reply within {_connection.CallTimeout.TotalSeconds:0.###} s"
            : TransportFaults.Reason(cause);
}
