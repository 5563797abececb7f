using BatchRunner.Core.Api;
using BatchRunner.Core.Summary;

namespace BatchRunner.Engine.Run;

/// <summary>What a row's actor tells the supervisor, and may be told by it.</summary>
internal static class RunProtocol
{
    /// <summary>To the supervisor: the row has ended, and that is durable.</summary>
    public sealed record RowFinished(int Row, RowStatus Status);

    /// <summary>To the supervisor: the row waits for another process; nothing of it is alive.</summary>
    public sealed record RowShelved(int Row);

    /// <summary>To the supervisor: CoreClaw refuses the account; nothing more can be started.</summary>
    public sealed record AccountRefused(ApiFailure Failure);

    /// <summary>To the supervisor: CoreClaw no longer answers this key; living runs cannot be followed either.</summary>
    public sealed record FollowingRefused(ApiFailure Failure);

    /// <summary>To a row: start nothing more; go once nothing of yours is alive.</summary>
    public sealed record Shelve;
}
