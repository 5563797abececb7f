using System.Text.Json;
using BatchRunner.CoreClaw.Reading;

namespace BatchRunner.CoreClaw.Starts;

internal static class WorkerInput
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = ApiJson.Depth };

    /// <summary>
    /// The input as <c>{"parameters":{"custom":{…}}}</c>, wrapped once: CoreClaw refuses a Worker's bare fields.
    /// Numbers keep their digits.
    /// </summary>
    /// <returns>Null when the text is no JSON object.</returns>
    public static JsonElement? Wrap(string json)
    {
        try
        {
            var given = JsonElement.Parse(json, Deep);
            return given.ValueKind switch
            {
                JsonValueKind.Object when IsWrapped(given) => given,
                JsonValueKind.Object => JsonElement.Parse($$$"""{"parameters":{"custom":{{{given.GetRawText()}}}} }""", Deep),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWrapped(JsonElement input) =>
        input.TryGetProperty("parameters", out var parameters)
        && parameters.ValueKind == JsonValueKind.Object
        && parameters.TryGetProperty("custom", out _);
}
