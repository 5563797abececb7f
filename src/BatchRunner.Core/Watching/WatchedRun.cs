using BatchRunner.Core.Api;

namespace BatchRunner.Core.Watching;

/// <summary>A run that is being followed.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Since">When it became known.</param>
public sealed record WatchedRun(string Slug, DateTimeOffset Since)
{
    /// <summary>When a list was read that should have shown it and did not; null where it was seen since.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>Since when CoreClaw says something that may or may not be the end.</summary>
    public DateTimeOffset? RestingSince { get; init; }

    /// <summary>Whether CoreClaw's word may be the end although it is none of the certain ends.</summary>
    public static bool IsResting(RunReport report) =>
        report.Status == RunStatus.Aborting || (report.Status == RunStatus.Unknown && report.FinishedAt is not null);
}
