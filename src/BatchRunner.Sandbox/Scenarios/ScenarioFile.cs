using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchRunner.Sandbox;

internal static class ScenarioFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static Scenario Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    public static Scenario Parse(ReadOnlySpan<byte> text, string path)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        try
        {
            var scenario = JsonSerializer.Deserialize<Scenario>(text.StartsWith(mark) ? text[mark.Length..] : text, Json)
                ?? throw new ScenarioException($"{path}: expected a JSON object, found null");
            ScenarioCheck.Run(scenario, path);
            return scenario;
        }
        catch (JsonException e)
        {
            throw new ScenarioException(ScenarioFault.Explain(e, path), e);
        }
    }
}
