using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BatchRunner.CoreClaw.Reading;

internal static class DataOf
{
    /// <summary>Reads <c>data</c>; null where CoreClaw sent none.</summary>
    /// <exception cref="JsonException">It is of another kind than expected.</exception>
    public static T? Read<T>(JsonElement data, JsonTypeInfo<T> contract)
        where T : class =>
        data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : data.Deserialize(contract);

    public static string? NonBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
