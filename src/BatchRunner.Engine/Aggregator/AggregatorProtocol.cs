using BatchRunner.Core.Summary;

namespace BatchRunner.Engine.Aggregator;

/// <summary>What may be said to the aggregator besides the durable events of rows, which it counts.</summary>
internal static class AggregatorProtocol
{
    /// <summary>Something a person should know now.</summary>
    public sealed record Notice(string Text);

    /// <summary>Answered by <see cref="SummaryWritten"/> or <see cref="SummaryFailed"/>.</summary>
    public sealed record WriteSummary(SummaryRequest Request);

    public sealed record SummaryWritten(BatchSummary Summary);

    public sealed record SummaryFailed(Exception Error);
}
