using BatchRunner.Core.Api;

namespace BatchRunner.Engine.Watcher;

/// <summary>What may be said to the actor that follows all runs, and what it answers.</summary>
internal static class WatcherProtocol
{
    /// <summary>Answered once, by <see cref="RunSeenOver"/> or <see cref="RunGone"/>. Said again, the last asker is answered.</summary>
    public sealed record Watch(string RunSlug, DateTimeOffset Since);

    public sealed record RunSeenOver(RunReport Report);

    /// <summary>CoreClaw does not know the run.</summary>
    public sealed record RunGone(ApiFailure Failure);
}
