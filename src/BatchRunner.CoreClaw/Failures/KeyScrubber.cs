using System.Net;

namespace BatchRunner.CoreClaw.Failures;

/// <summary>Takes the key out of texts that somebody else wrote: a server may echo what it was sent.</summary>
internal sealed class KeyScrubber(string key)
{
    private readonly string[] _forms =
        [.. new[] { key, Uri.EscapeDataString(key), WebUtility.UrlEncode(key) }.Distinct(StringComparer.Ordinal)];

    public string Scrub(string text) =>
        _forms.Aggregate(text, (rest, form) => rest.Replace(form, "[key]", StringComparison.OrdinalIgnoreCase));

    public bool IsClean(string text) => !_forms.Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));
}
