using System.Diagnostics;
using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Failures;
using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw;

/// <summary>One call from beginning to end: send once, classify, read.</summary>
internal sealed class ApiCaller(CoreClawConnection connection, TimeProvider time) : IDisposable
{
    private readonly ApiTransport _transport = new(connection, time);
    private readonly FailureReport _report = new(new KeyScrubber(connection.ApiKey));

    /// <param name="call">What to send.</param>
    /// <param name="what">What a person would say is missing when <paramref name="read"/> finds nothing.</param>
    /// <param name="read">Reads <c>data</c>; null, or a JsonException, when the essential is missing.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    public Task<T> CallAsync<T>(ApiCall call, string what, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class =>
        CallAsync(call, what, (data, _) => read(data), cancellationToken);

    /// <summary>The same, for a reply whose request id is worth keeping.</summary>
    public async Task<T> CallAsync<T>(ApiCall call, string what, Func<JsonElement, string?, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var reply = await ReplyToAsync(call, cancellationToken);
        try
        {
            return read(reply.Envelope!.Data, reply.Envelope.RequestId) ?? throw Unreadable(call, what, reply, cause: null);
        }
        catch (JsonException error)
        {
            throw Unreadable(call, what, reply, error);
        }
    }

    /// <summary>A call whose reply says nothing but "accepted".</summary>
    public async Task CallAsync(ApiCall call, CancellationToken cancellationToken) => await ReplyToAsync(call, cancellationToken);

    public void Dispose() => _transport.Dispose();

    private async Task<Reply> ReplyToAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Refusal is { } refusal)
        {
            throw _report.Exception(new ApiFailure.Invalid(_report.Facts(call, refusal)));
        }

        switch (await _transport.SendAsync(call, cancellationToken))
        {
            case Exchange.Unanswered none:
                var lost = Classification.Of(call.Kind, none.Fault, _report.Facts(call, none.Reason));
                throw _report.Exception(lost, none.Cause);
            case Exchange.Answered answer:
                var reply = ReplyReader.Read(answer);
                return Classification.Of(call.Kind, reply, _report.Facts(call, reply)) is { } failure
                    ? throw _report.Exception(failure)
                    : reply;
            default:
                throw new UnreachableException();
        }
    }

    private CoreClawException Unreadable(ApiCall call, string what, Reply reply, JsonException? cause) =>
        _report.Exception(Classification.OfUnreadable(call.Kind, _report.Facts(call, reply, Phrases.Lacking(what))), cause);
}
