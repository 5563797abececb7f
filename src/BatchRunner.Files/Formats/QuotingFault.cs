using CsvHelper;

namespace BatchRunner.Files;

/// <summary>Puts into words what the CSV parser does not like about the quotes of a row; the first of a row counts.</summary>
internal sealed class QuotingFault
{
    private string? _found;

    public void Found(BadDataFoundArgs bad) => _found ??= Describe(bad.Field);

    public string? Take()
    {
        var found = _found;
        _found = null;
        return found;
    }

    private static string Describe(string cell)
    {
        var isOpen = cell.StartsWith('"') && cell.AsSpan().Count('"') % 2 == 1;
        return isOpen
            ? $"the quote that opens the cell {Shown.Value(cell)} is never closed"
            : $"the quotes of the cell {Shown.Value(cell)} are wrong: put the whole cell into quotes, and double each quote inside it";
    }
}
