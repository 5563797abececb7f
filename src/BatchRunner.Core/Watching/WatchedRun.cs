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

    /// <summary>Looks in a row at which CoreClaw did not know the run.</summary>
    public int UnknownLooks { get; init; }

    /// <summary>Since when it does not.</summary>
    public DateTimeOffset? UnknownSince { get; init; }

    /// <summary>
    /// How long CoreClaw's word is heard before it is taken as the end, although it is none of the certain ends: documents
    /// disagree whether <c>aborting</c> is one, and none of them knows a status that is new. Null where the run goes on.
    /// </summary>
    public static TimeSpan? GraceOf(RunReport report) =>
        report.Status switch
        {
            RunStatus.Aborting => TimeSpan.FromSeconds(60),
            RunStatus.Unknown => report.FinishedAt is null ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(60),
            _ => null,
        };
}
