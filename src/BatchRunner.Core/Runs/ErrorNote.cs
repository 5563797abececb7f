using System.Globalization;
using BatchRunner.Core.Api;

namespace BatchRunner.Core.Runs;

/// <summary>Why something went wrong, as it goes into the summary.</summary>
/// <param name="Code">CoreClaw's application code, or a word of ours (<see cref="ErrorWords"/>).</param>
/// <param name="Text">CoreClaw's own text where it gives one.</param>
/// <param name="RequestId">CoreClaw's handle for support; empty where there is none.</param>
public sealed record ErrorNote(string Code, string Text, string RequestId = "")
{
    /// <summary>The note of a call that failed; CoreClaw's code beats our word for the failure.</summary>
    public static ErrorNote Of(ApiFailure failure)
    {
        var facts = failure.Facts;
        var code = facts.Code is { } number and not 0 ? number.ToString(CultureInfo.InvariantCulture) : ErrorWords.Of(failure);
        var text = facts.Details.Count == 0 ? facts.Message : $"{facts.Message} ({string.Join("; ", facts.Details)})";
        return new ErrorNote(code, text, facts.RequestId ?? "");
    }
}

/// <summary>The words that stand in the column <c>error_code</c> where CoreClaw gives no code.</summary>
public static class ErrorWords
{
    public const string RunFailed = "run_failed";
    public const string RunAborted = "run_aborted";
    public const string UnknownStatus = "unknown_status";
    public const string Timeout = "timeout";
    public const string Network = "network";
    public const string LostReply = "lost_reply";
    public const string BadReply = "bad_reply";
    public const string CollectFailed = "collect_failed";

    internal static string Of(ApiFailure failure) =>
        failure switch
        {
            ApiFailure.NotSent or ApiFailure.TransientRead => Network,
            ApiFailure.UnknownFate => LostReply,
            ApiFailure.Malformed => BadReply,
            _ => $"http_{failure.Facts.HttpStatus?.ToString(CultureInfo.InvariantCulture) ?? "none"}",
        };
}
