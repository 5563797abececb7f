using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchRunner.CoreClaw.Reading;

/// <summary>An integer written as 7, 7.0, "7" or 7e0; null for anything else. 64 bits wide: task ids lie above 2^53.</summary>
internal sealed class AnyInteger : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AnyDecimal.Read(ref reader) is { } number and >= long.MinValue and <= long.MaxValue ? (long)number : null;

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

/// <summary>An exact decimal, from a number or a string; null for anything else.</summary>
internal sealed class AnyDecimal : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    internal static decimal? Read(ref Utf8JsonReader reader)
    {
        var text = AnyText.Read(ref reader);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
