using BatchRunner.CoreClaw.Failures;

namespace BatchRunner.CoreClaw.Transport;

/// <summary>One call, before it is sent.</summary>
/// <param name="Kind">Whether it may be sent again.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Segments">The path after <c>/api/v2</c>; each segment is escaped on its own.</param>
internal sealed record ApiCall(CallKind Kind, HttpMethod Method, IReadOnlyList<string> Segments)
{
    public IReadOnlyList<(string Name, object Value)> Query { get; init; } = [];

    /// <summary>A contract that <see cref="Reading.ApiJson"/> knows, or null for a call without a body.</summary>
    public object? Body { get; init; }

    /// <summary>The path as it is sent: no host, no query.</summary>
    public string Path => "/api/v2/" + string.Join('/', Segments.Select(Uri.EscapeDataString));

    /// <summary>Why the call must not be sent; null when nothing speaks against it.</summary>
    public string? Refusal
    {
        // An empty segment or one made of dots would lead to another endpoint than the one meant.
        get => field ?? (Segments.FirstOrDefault(segment => segment.Trim() is "" or "." or "..") is { } id ? $"'{id}' cannot be an id" : null);
        init;
    }

    public static ApiCall Get(params string[] segments) => new(CallKind.Repeatable, HttpMethod.Get, segments);

    public static ApiCall Post(CallKind kind, object body, params string[] segments) =>
        new(kind, HttpMethod.Post, segments) { Body = body };
}
