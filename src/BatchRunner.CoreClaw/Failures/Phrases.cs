using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Failures;

/// <summary>What to tell a person where CoreClaw itself says nothing.</summary>
internal static class Phrases
{
    public static string Of(Reply reply) =>
        reply switch
        {
            { IsRedirect: true } => "the server sends the call elsewhere, and redirects are not followed: check the base URL",
            { Shape: ReplyShape.Empty } => "the reply is empty",
            { Shape: ReplyShape.Cut } => "the reply ended early",
            { Shape: ReplyShape.TimedOut } => "the reply did not end in time",
            { Shape: ReplyShape.TooLarge } => $"the reply is larger than {BodyReader.Bound >> 20} MB",
            { Shape: ReplyShape.Foreign, Status: >= 500 } => "a gateway answered in CoreClaw's place",
            { Shape: ReplyShape.Foreign } => "the answer does not look like CoreClaw's: check the base URL",
            { Code: ApplicationCodes.Success, IsSuccessStatus: false } => "the reply contradicts itself",
            _ => "CoreClaw gives no reason",
        };

    public static string Lacking(string what) => $"CoreClaw reports success, but the reply has no readable {what}";
}
