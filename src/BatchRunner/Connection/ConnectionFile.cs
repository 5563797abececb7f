using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchRunner.Connection;

/// <summary>The connection settings of <c>batchrunner.json</c> or <c>config.json</c>; null where one is missing.</summary>
internal sealed record ConnectionFile
{
    public string? ApiKey { get; init; }

    public string? ApiKeyFile { get; init; }

    public string? BaseUrl { get; init; }

    public string? Auth { get; init; }

    /// <summary>The settings of the file; none where there is no file.</summary>
    /// <exception cref="UsageException">The file cannot be read, or is no such file.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), ConnectionFileJson.Default.ConnectionFile) ?? new ConnectionFile()
                : new ConnectionFile();
        }
        catch (JsonException e)
        {
            // The parser's own text may quote what stands in the file, and that may be the key.
            throw new UsageException(
                $"{path} is not a settings file (line {e.LineNumber + 1}): it may hold api_key, api_key_file, base_url and auth, each a text.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {e.Message}");
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(ConnectionFile))]
internal sealed partial class ConnectionFileJson : JsonSerializerContext;
