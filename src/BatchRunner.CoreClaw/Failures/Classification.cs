using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Failures;

/// <summary>
/// Decides, once and without looking at anything else, what a reply or a lost connection means: by the body's code first and
/// the HTTP status second. Where a start may have created a run the answer is always <see cref="ApiFailure.UnknownFate"/>.
/// </summary>
internal static class Classification
{
    /// <summary>Null when the call succeeded.</summary>
    public static ApiFailure? Of(CallKind kind, Reply reply, CallFacts facts) =>
        reply is { IsSuccessStatus: true, Code: ApplicationCodes.Success }
            ? null
            : ApplicationCodes.Read(kind, reply.Code, facts) ?? ByStatus(kind, reply, facts);

    public static ApiFailure Of(CallKind kind, TransportFault fault, CallFacts facts) =>
        fault == TransportFault.NotConnected ? new ApiFailure.NotSent(facts) : NobodyKnows(kind, facts);

    /// <summary>CoreClaw says "success", but the reply lacks what we came for.</summary>
    public static ApiFailure OfUnreadable(CallKind kind, CallFacts facts) =>
        kind == CallKind.CreatesRun ? new ApiFailure.UnknownFate(facts) : new ApiFailure.Malformed(facts);

    public static ApiFailure NobodyKnows(CallKind kind, CallFacts facts) =>
        kind == CallKind.CreatesRun ? new ApiFailure.UnknownFate(facts) : new ApiFailure.TransientRead(facts);

    private static ApiFailure ByStatus(CallKind kind, Reply reply, CallFacts facts) =>
        reply switch
        {
            { Status: 429 } => new ApiFailure.RateLimited(facts),
            { Status: 401 } => new ApiFailure.Credentials(facts),
            { Status: >= 500 or 408 } => NobodyKnows(kind, facts),
            { Code: not null and not ApplicationCodes.Success } => new ApiFailure.Invalid(facts),
            { Shape: ReplyShape.Cut or ReplyShape.TimedOut } => NobodyKnows(kind, facts),
            { Shape: ReplyShape.Empty, IsRedirect: false } => NobodyKnows(kind, facts),
            _ => OfUnreadable(kind, facts),
        };
}
