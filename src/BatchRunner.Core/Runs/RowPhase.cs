namespace BatchRunner.Core.Runs;

/// <summary>Where a row stands; see docs/lifecycle.md for the drawing.</summary>
public enum RowPhase
{
    /// <summary>Nothing is alive: the row waits for its first start or for a rerun.</summary>
    Waiting,

    /// <summary>A start was or is being sent, and no answer is recorded.</summary>
    Starting,

    /// <summary>A start was sent and its answer was lost.</summary>
    Lost,

    /// <summary>A run is alive.</summary>
    Live,

    /// <summary>The run succeeded and its results are still to be collected.</summary>
    Collecting,
    Ended,
}
