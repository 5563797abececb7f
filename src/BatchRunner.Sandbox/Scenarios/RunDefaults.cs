namespace BatchRunner.Sandbox;

/// <summary>What a run is like where no rule says otherwise.</summary>
public sealed record RunDefaults
{
    /// <summary>Seconds in <c>running</c>.</summary>
    public Between Duration { get; init; } = new(1.5, 4.5);

    /// <summary>Seconds in <c>ready</c>, before it runs.</summary>
    public double Ready { get; init; } = 0.2;

    /// <summary>Result rows of a run that succeeds.</summary>
    public Between Results { get; init; } = new(1, 20);

    /// <summary>USD that a run costs, in steps of 0.0001.</summary>
    public Between Usage { get; init; } = new(0.0001, 0.05);

    /// <summary>The error text of a run that fails.</summary>
    public string Error { get; init; } = "Worker exited with code 1: the page did not load";
}
