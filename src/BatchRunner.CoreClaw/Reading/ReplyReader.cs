using System.Text.Json;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Reading;

/// <summary>Finds out what kind of body a reply has. Never fails: an unreadable body is a finding.</summary>
internal static class ReplyReader
{
    public static Reply Read(Exchange.Answered answer)
    {
        var (shape, envelope) = answer.End switch
        {
            BodyEnd.Whole => Look(answer.Body.Span),
            BodyEnd.TimedOut => (ReplyShape.TimedOut, null),
            BodyEnd.TooLarge => (ReplyShape.TooLarge, null),
            _ => (ReplyShape.Cut, null),
        };
        return new Reply(answer.Status, shape) { Envelope = envelope, RetryAfter = answer.RetryAfter };
    }

    private static (ReplyShape Shape, Envelope? Envelope) Look(ReadOnlySpan<byte> body)
    {
        body = body.StartsWith("\uFEFF"u8) ? body[3..] : body;
        body = body.Trim(" \t\r\n"u8);
        if (body.IsEmpty)
        {
            return (ReplyShape.Empty, null);
        }

        try
        {
            var envelope = body[0] == (byte)'{' ? JsonSerializer.Deserialize(body, ApiJson.Default.Envelope) : null;
            return envelope?.Code is null ? (ReplyShape.Foreign, null) : (ReplyShape.Envelope, envelope);
        }
        catch (JsonException)
        {
            return (IsBeginningOfJson(body) ? ReplyShape.Cut : ReplyShape.Foreign, null);
        }
    }

    /// <summary>A server that closes in the middle of a body without a length leaves a beginning without an end.</summary>
    private static bool IsBeginningOfJson(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = ApiJson.Depth }));
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth > 0;
    }
}
