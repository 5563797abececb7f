namespace BatchRunner.Sandbox.Model;

/// <summary>One run as the platform keeps it. Only <see cref="Timeline"/> changes its state.</summary>
internal sealed class Run(string slug, Subject subject, RunPlan plan, DateTimeOffset createdAt)
{
    public string Slug { get; } = slug;

    public Subject Subject { get; } = subject;

    public RunPlan Plan { get; } = plan;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>Somebody else's run.</summary>
    public bool Foreign { get; init; }

    /// <summary>The run of which this is a rerun, or null.</summary>
    public string? RerunOf { get; init; }

    /// <summary>The reply to its start never arrived whole.</summary>
    public bool Lost { get; init; }

    public RunState State { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it stopped working, also by an abort.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>How much of its work is done, 0 to 1.</summary>
    public double Progress(DateTimeOffset now)
    {
        if (StartedAt is not { } started)
        {
            return 0;
        }

        return Plan.Duration == TimeSpan.Zero ? 1 : Math.Clamp(((StoppedAt ?? now) - started) / Plan.Duration, 0, 1);
    }
}
