using BatchRunner.Core.Batches;
using BatchRunner.Core.Doubts;
using BatchRunner.Core.Runs;

namespace BatchRunner.Engine.Doubt;

/// <summary>What may be said to the actor that finds out what became of lost starts.</summary>
internal static class DoubtProtocol
{
    /// <summary>Answered by one <see cref="StartLookedUp"/>, which never says "look again".</summary>
    public sealed record LookUp(BatchRow Row, RowState State);

    public sealed record StartLookedUp(DoubtVerdict Verdict);
}
