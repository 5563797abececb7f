using System.Text.Json;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>Checks the body of a start or rerun. Nothing in it changes what a run does here.</summary>
internal static class StartBody
{
    public static void CheckTaskRun(ReadOnlyMemory<byte> body)
    {
        using var document = Parse(body);
        CheckFields(document.RootElement, ofWorker: false);
    }

    public static void CheckWorkerRun(ReadOnlyMemory<byte> body)
    {
        using var document = Parse(body);
        var root = document.RootElement;
        CheckFields(root, ofWorker: true);
        if (!root.TryGetProperty("input", out var input) || !IsWrapped(input))
        {
            throw RefusalException.Invalid("invalid argument", "input must be {\"parameters\":{\"custom\":{…}}}");
        }

        if (root.TryGetProperty("version", out var version) && version.ValueEquals("latest"))
        {
            throw new RefusalException(Codes.VersionUnavailable, 400);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException e)
        {
            throw RefusalException.Invalid("invalid argument", body.IsEmpty ? "a body is required" : $"the body is not JSON: {e.Message}");
        }

        if (document.RootElement.ValueKind is not JsonValueKind.Object)
        {
            document.Dispose();
            throw RefusalException.Unprocessable("the body must be an object");
        }

        return document;
    }

    private static void CheckFields(JsonElement body, bool ofWorker)
    {
        foreach (var field in body.EnumerateObject())
        {
            var fault = field.Name switch
            {
                "callback_url" => IsUrl(field.Value) ? null : "must be an http or https URL",
                "is_async" => field.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false",
                "limit" => IsWhole(field.Value, 1, 100) ? null : "must be 1 to 100",
                "offset" => IsWhole(field.Value, 0, int.MaxValue) ? null : "must be 0 or more",
                "version" when ofWorker => field.Value.ValueKind is JsonValueKind.String ? null : "must be a string",
                "input" when ofWorker => null,
                _ => throw RefusalException.Invalid("invalid argument", $"unknown field {field.Name}"),
            };
            if (fault is not null)
            {
                throw RefusalException.Unprocessable($"{field.Name} {fault}");
            }

            if (field.NameEquals("is_async") && field.Value.ValueKind is JsonValueKind.False)
            {
                throw RefusalException.NotOffered("is_async=false is not offered by the sandbox");
            }
        }
    }

    private static bool IsWrapped(JsonElement input) =>
        input.ValueKind is JsonValueKind.Object
        && input.TryGetProperty("parameters", out var parameters) && parameters.ValueKind is JsonValueKind.Object
        && parameters.TryGetProperty("custom", out var custom) && custom.ValueKind is JsonValueKind.Object;

    private static bool IsUrl(JsonElement value) =>
        value.ValueKind is JsonValueKind.String
        && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static bool IsWhole(JsonElement value, int min, int max) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max;
}
