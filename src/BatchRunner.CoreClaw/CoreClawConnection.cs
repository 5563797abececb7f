using System.Text;
using BatchRunner.CoreClaw.Reading;

namespace BatchRunner.CoreClaw;

/// <summary>Where CoreClaw is and who is calling. Printing it never shows the key.</summary>
/// <param name="BaseUrl">An http or https origin, with a path where a gateway needs one; <c>/api/v2</c> may be left out.</param>
/// <param name="ApiKey">Sent to this base URL and to nobody else.</param>
/// <param name="Auth">How the key travels.</param>
public sealed record CoreClawConnection(Uri BaseUrl, string ApiKey, AuthMode Auth)
{
    public Uri BaseUrl { get; } = CheckedBaseUrl(BaseUrl);

    public string ApiKey { get; } = CheckedKey(ApiKey);

    /// <summary>How long one call may take, from the first byte sent to the last byte read. Default 60 s.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    private bool PrintMembers(StringBuilder text)
    {
        text.Append("BaseUrl = ").Append(BaseUrl)
            .Append(", ApiKey = [key], Auth = ").Append(Auth)
            .Append(", CallTimeout = ").Append(CallTimeout);
        return true;
    }

    private static Uri CheckedBaseUrl(Uri baseUrl)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        if (!WebLink.IsWeb(baseUrl))
        {
            throw new ArgumentException("The base URL must begin with https:// or http://.", nameof(baseUrl));
        }

        return baseUrl.UserInfo.Length == 0 && baseUrl.Query.Length == 0 && baseUrl.Fragment.Length == 0
            ? baseUrl
            : throw new ArgumentException("The base URL must have no user name, no query and no fragment.", nameof(baseUrl));
    }

    // The text of the complaint must not quote the key.
    private static string CheckedKey(string apiKey) =>
        !string.IsNullOrEmpty(apiKey) && apiKey.All(c => c is > ' ' and <= '~')
            ? apiKey
            : throw new ArgumentException("The API key is empty or holds characters that no key can have.", nameof(apiKey));
}
