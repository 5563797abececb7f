using System.Globalization;
using System.Text.Json;

namespace BatchRunner.Acceptance.Fixture;

/// <summary>summary.csv and summary.json of a batch directory.</summary>
internal sealed class Summary
{
    private Summary(IReadOnlyList<string> columns, IReadOnlyList<SummaryLine> rows, JsonElement json) =>
        (Columns, Rows, Json) = (columns, rows, json);

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<SummaryLine> Rows { get; }

    public JsonElement Json { get; }

    public SummaryLine this[string target] => Assert.Single(Rows, row => row["target"] == target);

    public decimal Usage => Rows.Sum(row => row["usage"].Length == 0 ? 0 : decimal.Parse(row["usage"], CultureInfo.InvariantCulture));

    public static Summary Read(string directory)
    {
        var records = Csv.Parse(File.ReadAllText(Path.Combine(directory, "summary.csv")));
        var columns = records[0];
        var rows = records.Skip(1).Select(cells => new SummaryLine(columns, cells)).ToList();
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(directory, "summary.json")));
        return new Summary(columns, rows, json.RootElement.Clone());
    }

    public IEnumerable<string> Column(string name) => Rows.Select(row => row[name]);

    public long Calls(string kind) => Json.GetProperty("calls").GetProperty(kind).GetInt64();
}

/// <summary>One row of summary.csv.</summary>
internal sealed class SummaryLine
{
    private readonly Dictionary<string, string> _cells;

    public SummaryLine(List<string> columns, List<string> cells)
    {
        Assert.Equal(columns.Count, cells.Count);
        _cells = columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    public string this[string column] => _cells[column];

    public override string ToString() => string.Join(", ", _cells.Where(cell => cell.Value.Length > 0).Select(cell => $"{cell.Key}={cell.Value}"));
}
