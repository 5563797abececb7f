using System.Text.Json;

namespace BatchRunner.CoreClaw.Starts;

/// <summary>The body of a start or rerun. CoreClaw may refuse fields that it does not know, so nothing else is sent.</summary>
internal sealed record StartBody
{
    /// <summary>Waiting for the end inside the call would lose the slug to any broken connection.</summary>
    public bool IsAsync { get; } = true;

    public string? CallbackUrl { get; init; }

    public string? Version { get; init; }

    public JsonElement? Input { get; init; }
}

/// <summary><c>{}</c>.</summary>
internal sealed record NoBody;
