using System.Globalization;
using System.Text;

namespace BatchRunner.Core.Api;

/// <summary>What a person needs to know about a call that failed, and nothing secret.</summary>
/// <param name="Method">GET, POST, …</param>
/// <param name="Path">The path without the query, which may carry the key.</param>
/// <param name="Message">CoreClaw's own text where it gives one, else what went wrong.</param>
public sealed record CallFacts(string Method, string Path, string Message)
{
    /// <summary>Null where no reply came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>CoreClaw's application code; null where the reply carries none.</summary>
    public long? Code { get; init; }

    /// <summary>CoreClaw's details; empty where it gives none.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>CoreClaw's handle for support; null where it gives none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the server asked us to stay away; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>One line with everything: method, path, HTTP status, code, message, details, request id.</summary>
    public override string ToString()
    {
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {Path}: ");
        if (HttpStatus is { } status)
        {
            line.Append(CultureInfo.InvariantCulture, $"HTTP {status}, ");
        }

        if (Code is { } code)
        {
            line.Append(CultureInfo.InvariantCulture, $"code {code}, ");
        }

        line.Append(Message);
        if (Details.Count > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $" ({string.Join("; ", Details)})");
        }

        return (RequestId is null ? line : line.Append(CultureInfo.InvariantCulture, $" [{RequestId}]")).ToString();
    }
}
