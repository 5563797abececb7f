using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BatchRunner.Files;

/// <summary>JSON as people write it into batch files, and the words for what is wrong with it.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool TryParse(string text, [NotNullWhen(true)] out JsonDocument? json, [NotNullWhen(false)] out string? fault)
    {
        try
        {
            json = JsonDocument.Parse(text);
            fault = null;
            return true;
        }
        catch (JsonException e)
        {
            json = null;
            fault = $"is not valid JSON: it goes wrong at {Where(e)}";
            return false;
        }
    }

    public static string KindOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "true or false",
        };

    /// <summary>A value as a cell: a string as it is, anything else as compact JSON.</summary>
    public static string CellOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() ?? "",
            JsonValueKind.Object or JsonValueKind.Array => CompactOf(value),
            _ => value.GetRawText(),
        };

    private static string CompactOf(JsonElement value)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Compact))
            value.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string Where(JsonException e)
    {
        var position = $"byte {e.BytePositionInLine.GetValueOrDefault() + 1}";
        return e.LineNumber is > 0 and var line ? $"{position} of its line {line + 1}" : position;
    }
}
