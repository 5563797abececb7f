using BatchRunner.Core.Runs;

namespace BatchRunner.Core.Summary;

/// <summary>Adds up the lines of a summary as they are written.</summary>
public sealed class SummaryTally
{
    private readonly Dictionary<RowStatus, int> _counts = Enum.GetValues<RowStatus>().ToDictionary(status => status, _ => 0);

    public IReadOnlyDictionary<RowStatus, int> Counts => _counts;

    public int Rows { get; private set; }

    public long Attempts { get; private set; }

    public decimal Usage { get; private set; }

    public TimeSpan Busy { get; private set; }

    public void Add(SummaryRow row, RowState state)
    {
        Rows++;
        _counts[row.Status]++;
        Attempts += row.Attempts;
        Usage += row.Usage;
        Busy += state.Busy;
    }
}
