using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchRunner.Sandbox;

internal sealed class BetweenConverter : JsonConverter<Between>
{
    private const string Shape = "expected a number or {\"min\": …, \"max\": …}";

    public override Between Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return new Between(reader.GetDouble(), reader.GetDouble());
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException(Shape);
        }

        double? min = null;
        double? max = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            if (!reader.Read() || reader.TokenType != JsonTokenType.Number)
            {
                throw new JsonException(Shape);
            }

            switch (name)
            {
                case "min": min = reader.GetDouble(); break;
                case "max": max = reader.GetDouble(); break;
                default: throw new JsonException($"unknown field \"{name}\"; {Shape}");
            }
        }

        return min is { } from && max is { } to ? new Between(from, to) : throw new JsonException(Shape);
    }

    public override void Write(Utf8JsonWriter writer, Between value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("min", value.Min);
        writer.WriteNumber("max", value.Max);
        writer.WriteEndObject();
    }
}
