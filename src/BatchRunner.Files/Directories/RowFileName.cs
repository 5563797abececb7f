using System.Globalization;
using System.Text;
using BatchRunner.Core.Batches;

namespace BatchRunner.Files;

/// <summary>Names a file that belongs to one row: <c>&lt;row&gt;-&lt;name&gt;.&lt;extension&gt;</c>, safe for file systems.</summary>
internal static class RowFileName
{
    /// <summary>Of the name alone, in UTF-8: with row, extension and temporary name it stays below the usual 255.</summary>
    private const int MaxBytes = 120;

    public static string Of(BatchRow row, string extension)
    {
        var name = string.IsNullOrWhiteSpace(row.Label) ? row.Target.Id : row.Label.Trim();
        return string.Create(CultureInfo.InvariantCulture, $"{row.Number}-{Safe(name)}.{Safe(extension.TrimStart('.'))}");
    }

    private static string Safe(string text)
    {
        var safe = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var kept = Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '_' or '-' ? rune : new Rune('_');
            bytes += kept.Utf8SequenceLength;
            if (bytes > MaxBytes)
                break;
            safe.Append(kept.ToString());
        }

        return safe.Length == 0 ? "_" : safe.ToString();
    }
}
