using System.Text.Json;
using System.Text.RegularExpressions;

namespace BatchRunner.Sandbox;

/// <summary>Says in a user's words what the JSON reader says in a programmer's.</summary>
internal static partial class ScenarioFault
{
    public static string Explain(JsonException e, string file)
    {
        var place = e.LineNumber is { } line ? $"{file}:{line + 1}" : file;
        var field = e.Path is null or "$" ? "" : $" {e.Path.Replace("$.", "", StringComparison.Ordinal)}:";
        return $"{place}:{field} {Translate(e.Message)}";
    }

    private static string Translate(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        var text = end < 0 ? message : message[..end];
        if (text.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return "unknown field";
        }

        if (text.Contains("setting null values", StringComparison.Ordinal))
        {
            return "must not be null";
        }

        if (Missing().Match(text) is { Success: true } missing)
        {
            return $"{missing.Groups["fields"].Value.Replace('\'', '"')} is missing";
        }

        return Target().Match(text) is { Success: true } target ? $"expected {Expected(target.Groups["type"].Value)}" : text;
    }

    private static string Expected(string type) => type switch
    {
        "Int32" => "a whole number",
        "Double" => "a number",
        "Boolean" => "true or false",
        "String" => "a text",
        _ when typeof(Scenario).Assembly.GetType($"BatchRunner.Sandbox.{type}") is { IsEnum: true } names =>
            "one of " + string.Join(", ", Enum.GetNames(names).Select(static name => $"\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\"")),
        _ when type.StartsWith("IReadOnlyList", StringComparison.Ordinal) => "a list",
        _ => "an object",
    };

    [GeneratedRegex("required properties including: (?<fields>.*?)\\.?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"could not be converted to (System\.Nullable`1\[)?([A-Za-z]+\.)*(?<type>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Target();
}
