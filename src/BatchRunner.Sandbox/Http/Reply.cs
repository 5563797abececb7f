using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>What goes back to the caller, and what goes wrong with it on the way.</summary>
internal sealed record Reply(int Http, ReadOnlyMemory<byte> Body)
{
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public string? RetryAfter { get; init; }

    public ReplyTrouble? Trouble { get; init; }
}
