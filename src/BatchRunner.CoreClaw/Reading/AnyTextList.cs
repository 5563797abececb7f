using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchRunner.CoreClaw.Reading;

internal sealed class TextList(IEnumerable<string> texts) : List<string>(texts);

/// <summary>A list of texts, or a single one in place of the list.</summary>
internal sealed class AnyTextList : JsonConverter<TextList>
{
    public override TextList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return new TextList(AnyText.Read(ref reader) is { } only ? [only] : []);
        }

        var texts = new TextList([]);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (AnyText.Read(ref reader) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    public override void Write(Utf8JsonWriter writer, TextList value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        value.ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
    }
}
