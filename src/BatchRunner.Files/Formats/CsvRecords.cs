using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;

namespace BatchRunner.Files;

/// <summary>A CSV file (RFC 4180) with a header row; empty lines are skipped.</summary>
internal static class CsvRecords
{
    /// <summary>Keeps memory bounded where a quote is never closed and the rest of the file becomes one cell.</summary>
    public const int MaxCellLength = 4_000_000;

    public static async IAsyncEnumerable<RawRecord> ReadAsync(
        StreamReader text, OwnColumns own, FaultLog faults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var quoting = new QuotingFault();
        using var parser = new CsvParser(text, Configuration(quoting), leaveOpen: true);
        CsvHeader? header = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = parser.RawRow + 1;
            if (!await TryReadAsync(parser, line, faults))
                break;
            var cells = parser.Record ?? [];
            if (quoting.Take() is { } fault)
                faults.Add(line, fault);
            else if (cells is [] || (cells is [var only] && string.IsNullOrWhiteSpace(only)))
                continue;
            else if (cells.Any(Utf8Text.IsBroken))
                faults.Add(line, Utf8Text.NotUtf8);
            else if (header is null)
                header = CsvHeader.Read(cells, line, own, faults);
            else if (cells.Length != header.CellCount)
                faults.Add(line, $"the row has {Cells(cells.Length)}, and the header has {header.CellCount}");
            else
                yield return header.ToRecord(line, cells);

            if (header is null)
                break;
        }
    }

    private static async Task<bool> TryReadAsync(CsvParser parser, int line, FaultLog faults)
    {
        try
        {
            return await parser.ReadAsync();
        }
        catch (MaxFieldSizeException)
        {
            faults.Add(line, $"a cell is longer than {MaxCellLength} characters: a quote that opens it is most likely never closed");
            return false;
        }
    }

    private static CsvConfiguration Configuration(QuotingFault quoting) =>
        new(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            IgnoreBlankLines = false,
            BufferSize = 64 * 1024,
            MaxFieldSize = MaxCellLength,
            BadDataFound = quoting.Found,
        };

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";
}
