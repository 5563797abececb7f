using BatchRunner.CoreClaw;
using BatchRunner.Terminals;

namespace BatchRunner.Connection;

/// <summary>
/// Finds the connection: a flag beats the environment, which beats <c>batchrunner.json</c> in the working directory, which
/// beats the user's <c>config.json</c>.
/// </summary>
/// <param name="environment">Reads an environment variable.</param>
/// <param name="workingDirectory">Where <c>batchrunner.json</c> is looked for.</param>
/// <param name="input">Standard input, for a key file '-'.</param>
internal sealed class ConnectionSettings(Func<string, string?> environment, string workingDirectory, TextReader input)
{
    public const string DefaultBaseUrl = "https://openapi.coreclaw.com";

    private const string NoKey =
        "no API key. Set the environment variable CORECLAW_API_KEY, or name a file that holds the key with --api-key-file FILE "
        + "('-' reads it from standard input). To try things out without a key, add --sandbox to 'run'.";

    /// <summary>The settings as this process sees them.</summary>
    public static ConnectionSettings OfProcess(Terminal terminal) =>
        new(Environment.GetEnvironmentVariable, Environment.CurrentDirectory, terminal.Input);

    /// <exception cref="UsageException">Something is missing or wrong; the text says what to do and never shows the key.</exception>
    public CoreClawConnection Resolve(ConnectionFlags flags)
    {
        var local = ConnectionFile.Read(Path.Combine(workingDirectory, "batchrunner.json"));
        var user = ConnectionFile.Read(Path.Combine(ConfigHome(), "batchrunner", "config.json"));
        var url = BaseUrl(First(flags.BaseUrl, environment("CORECLAW_BASE_URL"), local.BaseUrl, user.BaseUrl) ?? DefaultBaseUrl, flags.Insecure);
        var auth = Auth(First(flags.Auth, environment("CORECLAW_AUTH"), local.Auth, user.Auth) ?? "bearer");
        var key = Key(flags.KeyFile, local, user);
        try
        {
            return new CoreClawConnection(url, key, auth);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private string Key(string? keyFile, ConnectionFile local, ConnectionFile user)
    {
        if (keyFile is not null)
        {
            return KeyFrom(keyFile);
        }

        var key = First(environment("CORECLAW_API_KEY"))
            ?? First(local.ApiKey) ?? (First(local.ApiKeyFile) is { } localFile ? KeyFrom(localFile) : null)
            ?? First(user.ApiKey) ?? (First(user.ApiKeyFile) is { } userFile ? KeyFrom(userFile) : null);
        return key ?? throw new UsageException(NoKey);
    }

    private string KeyFrom(string path)
    {
        try
        {
            var key = (path == "-" ? input.ReadToEnd() : File.ReadAllText(Path.Combine(workingDirectory, path))).Trim();
            return key.Length > 0 ? key : throw new UsageException($"the key file {path} is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the key file {path} cannot be read: {e.Message}");
        }
    }

    private static Uri BaseUrl(string text, bool insecure)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            throw new UsageException($"the base URL '{text}' is no web address; it looks like {DefaultBaseUrl}.");
        }

        return url.Scheme == Uri.UriSchemeHttps || url.IsLoopback || insecure
            ? url
            : throw new UsageException(
                $"the base URL {text} is not https, so the key could be read on its way. Use https, or --insecure if you mean it.");
    }

    private static AuthMode Auth(string text) =>
        text.ToLowerInvariant() switch
        {
            "bearer" => AuthMode.Bearer,
            "api-key" => AuthMode.ApiKey,
            "query" => AuthMode.Query,
            _ => throw new UsageException($"the key cannot travel by '{text}': choose bearer, api-key or query."),
        };

    private string ConfigHome() =>
        First(environment("XDG_CONFIG_HOME")) ?? Path.Combine(environment("HOME") ?? workingDirectory, ".config");

    private static string? First(params string?[] candidates) => Array.Find(candidates, candidate => !string.IsNullOrWhiteSpace(candidate))?.Trim();
}
