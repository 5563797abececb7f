using BatchRunner.Core.Summary;

namespace BatchRunner.Engine.Supervisor;

/// <summary>What the program may say to the supervisor of a batch.</summary>
public static class BatchProtocol
{
    /// <summary>Begins. Answered by one <see cref="BatchFinished"/> or <see cref="BatchFailed"/>.</summary>
    public sealed record RunBatch;

    /// <summary>Stop starting, leave living runs alone, write the summary and answer.</summary>
    /// <param name="ExitCode">130 or 143.</param>
    public sealed record Interrupt(int ExitCode);

    /// <summary>The summary is written.</summary>
    public sealed record BatchFinished(BatchSummary Summary);

    /// <summary>The batch could not begin, or its summary could not be written.</summary>
    /// <param name="Reason">For people.</param>
    /// <param name="ExitCode">2 where nothing was started, else 70.</param>
    public sealed record BatchFailed(string Reason, int ExitCode);
}
