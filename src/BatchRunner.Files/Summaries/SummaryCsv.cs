using System.Globalization;
using System.Text;
using BatchRunner.Core.Summary;
using CsvHelper;
using CsvHelper.Configuration;

namespace BatchRunner.Files;

/// <summary><c>summary.csv</c>: UTF-8 without BOM, <c>\n</c>, RFC 4180.</summary>
public static class SummaryCsv
{
    /// <summary>Writes header and rows to a stream, which is left open.</summary>
    public static async Task WriteAsync(
        Stream output, IReadOnlyList<string> ownColumns, IAsyncEnumerable<SummaryRow> rows, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 64 * 1024, leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        foreach (var name in SummaryColumns.Names)
            Write(csv, name);
        foreach (var name in ownColumns)
            Write(csv, Cell.Of(name));
        await csv.NextRecordAsync();

        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            Write(csv, row, ownColumns.Count);
            await csv.NextRecordAsync();
        }
    }

    private static void Write(CsvWriter csv, SummaryRow row, int ownCount)
    {
        Write(csv, Cell.Of(row.Row.Number));
        Write(csv, Cell.Of(row.Row.Label));
        Write(csv, row.Row.Target.Kind);
        Write(csv, Cell.Of(row.Row.Target.Id));
        Write(csv, Cell.Of(row.RunSlug));
        Write(csv, row.Status.ToWord());
        Write(csv, Cell.Of(row.Attempts));
        Write(csv, Cell.Of(row.Usage));
        Write(csv, Cell.Of(row.DurationSeconds));
        Write(csv, Cell.Of(row.Results));
        Write(csv, Cell.Of(row.TrafficBytes));
        Write(csv, Cell.Of(row.StartedAt));
        Write(csv, Cell.Of(row.FinishedAt));
        Write(csv, Cell.Of(row.Elapsed));
        Write(csv, Cell.Of(row.ErrorCode));
        Write(csv, Cell.Of(row.Error));
        Write(csv, Cell.Of(row.RequestId));
        Write(csv, Cell.Of(row.ResultPath));
        for (var i = 0; i < ownCount; i++)
            Write(csv, i < row.Row.OwnValues.Count ? Cell.Of(row.Row.OwnValues[i]) : "");
    }

    // CsvHelper leaves a lone carriage return unquoted where the line ends are \n; other readers take it for the end of the row.
    private static void Write(CsvWriter csv, string cell) => csv.WriteField(cell, cell.AsSpan().IndexOfAny("\",\r\n") >= 0);
}
