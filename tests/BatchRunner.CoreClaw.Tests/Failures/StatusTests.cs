using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Failures;
using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Tests.Failures;

/// <summary>Where no code can be read, the status and the shape of the body decide.</summary>
public sealed class StatusTests
{
    private static readonly CallFacts Facts = new("POST", "/", "text");

    [Theory]
    [InlineData(429)]
    [InlineData(401)]
    public void A_refusal_of_the_gateway_creates_no_run_whatever_its_body(int status)
    {
        var expected = status == 429 ? nameof(ApiFailure.RateLimited) : nameof(ApiFailure.Credentials);
        foreach (var shape in Enum.GetValues<ReplyShape>().Where(shape => shape != ReplyShape.Envelope))
        {
            Assert.Equal(expected, Classify(CallKind.CreatesRun, status, shape));
            Assert.Equal(expected, Classify(CallKind.Repeatable, status, shape));
        }
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public void A_gateways_page_says_nothing_about_a_start_and_may_pass_for_a_read(int status)
    {
        foreach (var shape in Enum.GetValues<ReplyShape>().Where(shape => shape != ReplyShape.Envelope))
        {
            Assert.Equal(nameof(ApiFailure.UnknownFate), Classify(CallKind.CreatesRun, status, shape));
            Assert.Equal(nameof(ApiFailure.TransientRead), Classify(CallKind.Repeatable, status, shape));
        }
    }

    [Theory]
    [InlineData(200, "Foreign", nameof(ApiFailure.Malformed))]
    [InlineData(200, "TooLarge", nameof(ApiFailure.Malformed))]
    [InlineData(200, "Empty", nameof(ApiFailure.TransientRead))]
    [InlineData(204, "Empty", nameof(ApiFailure.TransientRead))]
    [InlineData(200, "Cut", nameof(ApiFailure.TransientRead))]
    [InlineData(200, "TimedOut", nameof(ApiFailure.TransientRead))]
    [InlineData(404, "Foreign", nameof(ApiFailure.Malformed))]
    [InlineData(403, "Foreign", nameof(ApiFailure.Malformed))]
    [InlineData(400, "Cut", nameof(ApiFailure.TransientRead))]
    [InlineData(404, "Empty", nameof(ApiFailure.TransientRead))]
    [InlineData(302, "Foreign", nameof(ApiFailure.Malformed))]
    [InlineData(302, "Empty", nameof(ApiFailure.Malformed))]
    public void Any_other_body_without_a_code_leaves_a_start_unknown(int status, string shape, string read)
    {
        Assert.Equal(nameof(ApiFailure.UnknownFate), Classify(CallKind.CreatesRun, status, Enum.Parse<ReplyShape>(shape)));
        Assert.Equal(read, Classify(CallKind.Repeatable, status, Enum.Parse<ReplyShape>(shape)));
    }

    [Theory]
    [InlineData("NotConnected", nameof(ApiFailure.NotSent), nameof(ApiFailure.NotSent))]
    [InlineData("TimedOut", nameof(ApiFailure.UnknownFate), nameof(ApiFailure.TransientRead))]
    [InlineData("Broken", nameof(ApiFailure.UnknownFate), nameof(ApiFailure.TransientRead))]
    public void Only_a_request_that_never_left_may_be_sent_again(string fault, string start, string read)
    {
        Assert.Equal(start, Classification.Of(CallKind.CreatesRun, Enum.Parse<TransportFault>(fault), Facts).GetType().Name);
        Assert.Equal(read, Classification.Of(CallKind.Repeatable, Enum.Parse<TransportFault>(fault), Facts).GetType().Name);
    }

    private static string? Classify(CallKind kind, int status, ReplyShape shape) =>
        Classification.Of(kind, new Reply(status, shape), Facts)?.GetType().Name;
}
