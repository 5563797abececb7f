using BatchRunner.Core.Api;

namespace BatchRunner.CoreClaw.Failures;

/// <summary>CoreClaw's codes that mean one thing whatever HTTP status they ride on; most ride on HTTP 400.</summary>
internal static class ApplicationCodes
{
    public const long Success = 0;

    /// <summary>What the code says, or null where it leaves the word to the HTTP status.</summary>
    public static ApiFailure? Read(CallKind kind, long? code, CallFacts facts) =>
        code switch
        {
            13000 or 4290 => new ApiFailure.RateLimited(facts),
            30003 => new ApiFailure.PlanLimited(facts),
            12001 or 12002 or 20001 or 20002 => new ApiFailure.Credentials(facts),
            30001 => new ApiFailure.Balance(facts),
            11004 or 50001 or 60001 or 70001 => new ApiFailure.NotFound(facts),
            11000 or 16000 or 50003 => new ApiFailure.Invalid(facts),

            // Internal and database errors: CoreClaw itself does not say how far it came.
            10000 or 14000 or 5000 => Classification.NobodyKnows(kind, facts),

            // 50002 and 70002 ("run failed") are refusals only as long as the status says so too: see Classification.
            _ => null,
        };
}
