using System.Diagnostics.CodeAnalysis;

namespace BatchRunner.Files;

/// <summary>What came of reading a batch file through: the batch, or everything that is wrong with it.</summary>
public sealed class BatchFileResult
{
    internal BatchFileResult(BatchFile batch) => Batch = batch;

    internal BatchFileResult(FaultLog faults) => Faults = faults.ToList();

    [MemberNotNullWhen(true, nameof(Batch))]
    public bool IsGood => Batch is not null;

    public BatchFile? Batch { get; }

    /// <summary>In the order of the file; at most a thousand, then one that says how many more there are.</summary>
    public IReadOnlyList<BatchFault> Faults { get; } = [];
}
