namespace BatchRunner.Files;

/// <summary>Gathers the faults of one file; past the limit they are only counted.</summary>
internal sealed class FaultLog(string file)
{
    public const int Limit = 1000;

    private readonly List<BatchFault> _kept = [];

    public int Count { get; private set; }

    public void Add(int line, string what)
    {
        Count++;
        if (_kept.Count < Limit)
            _kept.Add(new BatchFault(file, line, what));
    }

    public void AddForFile(string what) => Add(0, what);

    public IReadOnlyList<BatchFault> ToList() =>
        Count <= Limit ? [.. _kept] : [.. _kept, new BatchFault(file, 0, $"and {Count - Limit} more faults, which are not listed")];
}
