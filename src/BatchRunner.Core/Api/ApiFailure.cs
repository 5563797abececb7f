namespace BatchRunner.Core.Api;

/// <summary>
/// Every way in which a call can fail: a closed set, decided where HTTP is read, by the body's code first and the HTTP
/// status second. Nothing else in the program looks at HTTP.
/// </summary>
public abstract record ApiFailure
{
    private ApiFailure(CallFacts facts) => Facts = facts;

    /// <summary>What a person needs to know about the call.</summary>
    public CallFacts Facts { get; }

    /// <summary>HTTP 429 or code 13000: too many calls. Nothing happened; wait and send again.</summary>
    public sealed record RateLimited(CallFacts Facts) : ApiFailure(Facts);

    /// <summary>Code 30003: the plan's limit of runs at once is reached. No run was created and nothing was charged.</summary>
    public sealed record PlanLimited(CallFacts Facts) : ApiFailure(Facts);

    /// <summary>Codes 12001 and 12002, or HTTP 401: the key is missing or wrong. No retry helps.</summary>
    public sealed record Credentials(CallFacts Facts) : ApiFailure(Facts);

    /// <summary>Code 30001: the account has no money left. No retry helps until somebody pays.</summary>
    public sealed record Balance(CallFacts Facts) : ApiFailure(Facts);

    /// <summary>The task, Worker or run does not exist. No retry helps.</summary>
    public sealed record NotFound(CallFacts Facts) : ApiFailure(Facts);

    /// <summary>CoreClaw understood the call and refuses it. No retry helps.</summary>
    public sealed record Invalid(CallFacts Facts) : ApiFailure(Facts);

    /// <summary>The request never left this machine (no connection): safe to send again, also for a start.</summary>
    public sealed record NotSent(CallFacts Facts) : ApiFailure(Facts);

    /// <summary>Only for a start or rerun: it may have created a run. Look before anything else; never send it again.</summary>
    public sealed record UnknownFate(CallFacts Facts) : ApiFailure(Facts);

    /// <summary>Only for calls that can be repeated: no reply, a 5xx, a cut body, a gateway's page. Try again after a backoff.</summary>
    public sealed record TransientRead(CallFacts Facts) : ApiFailure(Facts);

    /// <summary>Only for calls that can be repeated: a reply that this program cannot read, and that would not change.</summary>
    public sealed record Malformed(CallFacts Facts) : ApiFailure(Facts);
}
