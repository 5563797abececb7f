using BatchRunner.Core.Api;

namespace BatchRunner.CoreClaw.Downloads;

/// <summary>What can go wrong with a download. A link is signed and thereby a secret: only its host is named.</summary>
internal static class DownloadFailures
{
    public static CoreClawException NotALink() =>
        new(new ApiFailure.Invalid(new CallFacts("GET", "(signed link)", "this is no http or https address")));

    public static CoreClawException Transient(Uri link, string what, Exception cause) =>
        new(new ApiFailure.TransientRead(Facts(link, what)), cause);

    public static CoreClawException OfStatus(Uri link, int status, TimeSpan? retryAfter)
    {
        var facts = Facts(link, $"answered HTTP {status}") with { HttpStatus = status, RetryAfter = retryAfter };
        return new CoreClawException(status switch
        {
            404 or 410 => new ApiFailure.NotFound(facts),
            408 or 429 or >= 500 => new ApiFailure.TransientRead(facts),
            403 => new ApiFailure.TransientRead(facts with { Message = facts.Message + ": the link may have expired" }), // a fresh one may do
            _ => new ApiFailure.Invalid(facts),
        });
    }

    private static CallFacts Facts(Uri link, string what) => new("GET", "(signed link)", $"the storage host {link.Authority} {what}");
}
