using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Failures;
using BatchRunner.CoreClaw.Reading;

namespace BatchRunner.CoreClaw.Tests.Failures;

/// <summary>The code speaks first, whatever HTTP status it rides on.</summary>
public sealed class CodeTests
{
    [Theory]
    [InlineData(13000, 429, nameof(ApiFailure.RateLimited))]
    [InlineData(13000, 200, nameof(ApiFailure.RateLimited))]
    [InlineData(13000, 503, nameof(ApiFailure.RateLimited))]
    [InlineData(4290, 200, nameof(ApiFailure.RateLimited))]
    [InlineData(30003, 400, nameof(ApiFailure.PlanLimited))]
    [InlineData(30003, 429, nameof(ApiFailure.PlanLimited))]
    [InlineData(30003, 200, nameof(ApiFailure.PlanLimited))]
    [InlineData(30003, 500, nameof(ApiFailure.PlanLimited))]
    [InlineData(12001, 401, nameof(ApiFailure.Credentials))]
    [InlineData(12002, 401, nameof(ApiFailure.Credentials))]
    [InlineData(12002, 400, nameof(ApiFailure.Credentials))]
    [InlineData(20001, 200, nameof(ApiFailure.Credentials))]
    [InlineData(20002, 200, nameof(ApiFailure.Credentials))]
    [InlineData(30001, 400, nameof(ApiFailure.Balance))]
    [InlineData(30001, 402, nameof(ApiFailure.Balance))]
    [InlineData(30001, 200, nameof(ApiFailure.Balance))]
    [InlineData(11004, 404, nameof(ApiFailure.NotFound))]
    [InlineData(11004, 400, nameof(ApiFailure.NotFound))]
    [InlineData(50001, 400, nameof(ApiFailure.NotFound))]
    [InlineData(50001, 404, nameof(ApiFailure.NotFound))]
    [InlineData(60001, 400, nameof(ApiFailure.NotFound))]
    [InlineData(60001, 404, nameof(ApiFailure.NotFound))]
    [InlineData(70001, 400, nameof(ApiFailure.NotFound))]
    [InlineData(11000, 400, nameof(ApiFailure.Invalid))]
    [InlineData(11000, 422, nameof(ApiFailure.Invalid))]
    [InlineData(11000, 200, nameof(ApiFailure.Invalid))]
    [InlineData(16000, 501, nameof(ApiFailure.Invalid))]
    [InlineData(50002, 400, nameof(ApiFailure.Invalid))]
    [InlineData(50003, 400, nameof(ApiFailure.Invalid))]
    [InlineData(70002, 400, nameof(ApiFailure.Invalid))]
    [InlineData(99999, 400, nameof(ApiFailure.Invalid))]
    [InlineData(99999, 200, nameof(ApiFailure.Invalid))]
    [InlineData(-1, 400, nameof(ApiFailure.Invalid))]
    [InlineData(99999, 429, nameof(ApiFailure.RateLimited))]
    [InlineData(99999, 401, nameof(ApiFailure.Credentials))]
    public void A_code_means_the_same_for_every_call(long code, int status, string expected)
    {
        Assert.Equal(expected, Classify(CallKind.CreatesRun, code, status));
        Assert.Equal(expected, Classify(CallKind.Repeatable, code, status));
    }

    [Theory]
    [InlineData(10000, 500)]
    [InlineData(10000, 200)]
    [InlineData(10000, 400)]
    [InlineData(14000, 500)]
    [InlineData(14000, 200)]
    [InlineData(5000, 200)]
    [InlineData(50002, 500)]
    [InlineData(70002, 502)]
    [InlineData(99999, 500)]
    [InlineData(99999, 503)]
    [InlineData(99999, 408)]
    [InlineData(0, 500)]
    public void After_an_error_inside_CoreClaw_nobody_knows_whether_a_start_created_a_run(long code, int status)
    {
        Assert.Equal(nameof(ApiFailure.UnknownFate), Classify(CallKind.CreatesRun, code, status));
        Assert.Equal(nameof(ApiFailure.TransientRead), Classify(CallKind.Repeatable, code, status));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public void Code_0_with_a_success_status_is_a_success(int status)
    {
        Assert.Null(Classify(CallKind.CreatesRun, 0, status));
        Assert.Null(Classify(CallKind.Repeatable, 0, status));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(302)]
    public void A_reply_that_contradicts_itself_is_no_success(int status)
    {
        Assert.Equal(nameof(ApiFailure.UnknownFate), Classify(CallKind.CreatesRun, 0, status));
        Assert.Equal(nameof(ApiFailure.Malformed), Classify(CallKind.Repeatable, 0, status));
    }

    private static string? Classify(CallKind kind, long code, int status)
    {
        var reply = new Reply(status, ReplyShape.Envelope) { Envelope = new Envelope(code, "text", null, null, default) };
        return Classification.Of(kind, reply, new CallFacts("POST", "/", "text"))?.GetType().Name;
    }
}
