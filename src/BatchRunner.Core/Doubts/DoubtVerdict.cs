namespace BatchRunner.Core.Doubts;

/// <summary>What became of a start whose reply was lost.</summary>
public abstract record DoubtVerdict
{
    private DoubtVerdict()
    {
    }

    /// <summary>Exactly one reading is possible: the start created this run.</summary>
    public sealed record Adopt(string RunSlug) : DoubtVerdict;

    /// <summary>No single reading is possible.</summary>
    /// <param name="Reason">For people; names the candidates.</param>
    public sealed record Undecided(string Reason) : DoubtVerdict;

    /// <summary>Another look may tell more: the run list lags behind, or another start is still unanswered.</summary>
    public sealed record LookAgain : DoubtVerdict;
}
