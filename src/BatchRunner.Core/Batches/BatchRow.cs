namespace BatchRunner.Core.Batches;

/// <summary>One row of a batch file: one run, with its reruns.</summary>
/// <param name="Number">1-based position among the rows of the batch.</param>
/// <param name="Target">What it runs.</param>
public sealed record BatchRow(int Number, RunTarget Target)
{
    /// <summary>The user's name for the row; empty where none is given.</summary>
    public string Label { get; init; } = "";

    public string? CallbackUrl { get; init; }

    /// <summary>Overrides the batch's number of attempts; 1 or more.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>Overrides how long one run may live before it is aborted.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The values of the user's own columns, in the order of <see cref="IBatch.OwnColumns"/>.</summary>
    public IReadOnlyList<string> OwnValues { get; init; } = [];
}
