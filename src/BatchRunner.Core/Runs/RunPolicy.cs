namespace BatchRunner.Core.Runs;

/// <summary>What the user wants done with each row.</summary>
public sealed record RunPolicy
{
    /// <summary>The start and the reruns after failure, together; 1 or more. Default 3.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Base of the exponential, jittered wait before a rerun; 0 or more. Default 2 s.</summary>
    public TimeSpan RerunDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A run that lives longer is aborted; null: no limit.</summary>
    public TimeSpan? RunTimeout { get; init; }

    /// <summary>Export format in which the results of succeeded runs are saved; null: they are not.</summary>
    public string? CollectFormat { get; init; }

    /// <summary>How often a start that never left this machine is tried before the row is given up.</summary>
    public int MaxUnsentStarts { get; init; } = 10;
}
