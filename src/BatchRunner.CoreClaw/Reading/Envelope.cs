using System.Text.Json;

namespace BatchRunner.CoreClaw.Reading;

/// <summary>What CoreClaw wraps every reply in. Only <see cref="Code"/> makes a body an envelope.</summary>
internal sealed record Envelope(long? Code, string? Message, string? RequestId, TextList? Details, JsonElement Data);
