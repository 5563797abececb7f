using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Failures;

/// <summary>Gathers what a person needs to know about a failed call, without the key.</summary>
internal sealed class FailureReport(KeyScrubber scrubber)
{
    public CallFacts Facts(ApiCall call, Reply reply, string? message = null) =>
        Facts(call, message ?? (string.IsNullOrWhiteSpace(reply.Envelope?.Message) ? Phrases.Of(reply) : reply.Envelope.Message)) with
        {
            HttpStatus = reply.Status,
            Code = reply.Code,
            Details = [.. reply.Envelope?.Details?.Select(scrubber.Scrub) ?? []],
            RequestId = string.IsNullOrWhiteSpace(reply.Envelope?.RequestId) ? null : scrubber.Scrub(reply.Envelope.RequestId),
            RetryAfter = reply.RetryAfter,
        };

    public CallFacts Facts(ApiCall call, string message) =>
        new(call.Method.Method, scrubber.Scrub(call.Path), scrubber.Scrub(message));

    /// <summary>The cause travels along only if nothing in it, down to the innermost text, shows the key.</summary>
    public CoreClawException Exception(ApiFailure failure, Exception? cause = null) =>
        new(failure, cause is not null && scrubber.IsClean(cause.ToString()) ? cause : null);
}
