using System.CommandLine;

namespace BatchRunner.Connection;

/// <summary>The options that say where CoreClaw is and who is calling; every command that calls it has them.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string?> _keyFile = new("--api-key-file")
    {
        Description = "File with the API key; '-' reads it from standard input. Else CORECLAW_API_KEY.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _baseUrl = new("--base-url")
    {
        Description = "Where CoreClaw is. Else CORECLAW_BASE_URL, else https://openapi.coreclaw.com.",
        HelpName = "URL",
    };

    private readonly Option<string?> _auth = new("--auth")
    {
        Description = "How the key travels: bearer (default), api-key or query. Else CORECLAW_AUTH.",
        HelpName = "MODE",
    };

    private readonly Option<bool> _insecure = new("--insecure")
    {
        Description = "Allow a base URL without https that is not on this machine: the key can be read on its way.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_keyFile);
        command.Options.Add(_baseUrl);
        command.Options.Add(_auth);
        command.Options.Add(_insecure);
    }

    public ConnectionFlags Read(ParseResult parsed) =>
        new(parsed.GetValue(_keyFile), parsed.GetValue(_baseUrl), parsed.GetValue(_auth), parsed.GetValue(_insecure));
}

/// <summary>What was said on the command line; null where nothing was.</summary>
internal sealed record ConnectionFlags(string? KeyFile, string? BaseUrl, string? Auth, bool Insecure);
