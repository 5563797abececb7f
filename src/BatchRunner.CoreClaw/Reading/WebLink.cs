namespace BatchRunner.CoreClaw.Reading;

internal static class WebLink
{
    /// <summary>An absolute http or https address; null for anything else, such as a file on this machine.</summary>
    public static Uri? Parse(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var link) && IsWeb(link) ? link : null;

    public static bool IsWeb(Uri link) => link.IsAbsoluteUri && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);
}
