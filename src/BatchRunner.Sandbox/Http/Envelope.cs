using System.Buffers;
using System.Text.Json;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>The shape around every reply: code, message, request id, and data or details.</summary>
internal static class Envelope
{
    private static readonly JsonWriterOptions Plain = new() { SkipValidation = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static long _requests;

    /// <param name="data">Writes the value of <c>data</c>; null leaves it out.</param>
    public static Reply Success(Action<Utf8JsonWriter>? data) => new(200, Write(0, "success", writer =>
    {
        if (data is not null)
        {
            writer.WritePropertyName("data");
            data(writer);
        }
    }));

    public static Reply Refusal(RefusalException refusal) => Error(refusal.Http, refusal.Code, refusal.Message, refusal.Details);

    public static Reply Error(int http, int code, string message, IReadOnlyList<string> details) => new(http, Write(code, message, writer =>
    {
        writer.WritePropertyName("details");
        if (details.Count == 0)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var detail in details)
        {
            writer.WriteStringValue(detail);
        }

        writer.WriteEndArray();
    }));

    private static ReadOnlyMemory<byte> Write(int code, string message, Action<Utf8JsonWriter> rest)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, Plain);
        writer.WriteStartObject();
        writer.WriteNumber("code", code);
        writer.WriteString("message", message);
        writer.WriteString("request_id", $"req-{Interlocked.Increment(ref _requests):x12}");
        rest(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
