namespace BatchRunner.Files;

/// <summary>How a batch file is written.</summary>
public enum BatchFormat
{
    /// <summary>One saved-task id a line.</summary>
    Txt,

    /// <summary>A header row, then one row per run.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    Jsonl,
}

public static class BatchFormats
{
    /// <summary>The format that the path's extension stands for; false where it stands for none.</summary>
    public static bool TryFromPath(string path, out BatchFormat format)
    {
        BatchFormat? found = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".TXT" => BatchFormat.Txt,
            ".CSV" => BatchFormat.Csv,
            ".JSONL" => BatchFormat.Jsonl,
            _ => null,
        };
        format = found.GetValueOrDefault();
        return found is not null;
    }

    internal static string Extension(this BatchFormat format) =>
        format switch
        {
            BatchFormat.Txt => ".txt",
            BatchFormat.Csv => ".csv",
            BatchFormat.Jsonl => ".jsonl",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no such format"),
        };
}
