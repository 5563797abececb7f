using System.Text.Json;
using System.Text.Json.Serialization;
using BatchRunner.CoreClaw.Reading;

namespace BatchRunner.CoreClaw.Logs;

internal sealed record LogContract(string? AllLogsUrl, List<LogEntry?>? List);

/// <param name="Type">A number or a word, as text.</param>
/// <param name="Content">The line.</param>
/// <param name="Timestamp">Unix milliseconds.</param>
internal sealed record LogEntry(string? Type, string? Content, long? Timestamp);

internal sealed record LogEntryFields(string? Type, string? Content, long? Timestamp);

/// <summary>A log entry: an object, or in some documents a bare string.</summary>
internal sealed class AnyLogEntry : JsonConverter<LogEntry>
{
    public override LogEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return new LogEntry(null, AnyText.Read(ref reader), null);
        }

        var fields = JsonSerializer.Deserialize(ref reader, ApiJson.Default.LogEntryFields);
        return new LogEntry(fields?.Type, fields?.Content, fields?.Timestamp);
    }

    public override void Write(Utf8JsonWriter writer, LogEntry value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new LogEntryFields(value.Type, value.Content, value.Timestamp), ApiJson.Default.LogEntryFields);
}
