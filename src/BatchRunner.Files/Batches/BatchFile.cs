using System.Runtime.CompilerServices;
using BatchRunner.Core.Batches;

namespace BatchRunner.Files;

/// <summary>A batch in a file of one of the three formats. The file must stay as it is for as long as the batch is used.</summary>
public sealed class BatchFile : IBatch
{
    private readonly string _path;
    private readonly BatchFormat _format;
    private readonly OwnColumns _own;

    private BatchFile(string path, string name, BatchFormat format, OwnColumns own, int count)
    {
        (_path, _format, _own) = (path, format, own);
        (Name, Count) = (name, count);
    }

    public string Name { get; }

    public int Count { get; }

    public IReadOnlyList<string> OwnColumns => _own.Names;

    /// <summary>Reads the file through once and either finds it good or says everything that is wrong with it.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="displayName">What the user calls it; faults are told under this name.</param>
    /// <param name="format">How it is written, whatever its extension.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<BatchFileResult> OpenAsync(
        string path, string displayName, BatchFormat format, CancellationToken cancellationToken)
    {
        var faults = new FaultLog(displayName);
        if (FileChecks.FaultOf(path) is { } fault)
        {
            faults.AddForFile(fault);
            return new BatchFileResult(faults);
        }

        var own = new OwnColumns();
        var count = 0;
        await foreach (var _ in ReadAsync(path, format, own, faults, cancellationToken))
            count++;

        if (count == 0 && faults.Count == 0)
            faults.AddForFile("there are no rows in it: a batch needs at least one");

        return faults.Count > 0
            ? new BatchFileResult(faults)
            : new BatchFileResult(new BatchFile(path, displayName, format, own, count));
    }

    public async IAsyncEnumerable<BatchRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var faults = new FaultLog(Name);
        var count = 0;
        await foreach (var row in ReadAsync(_path, _format, _own, faults, cancellationToken))
        {
            if (faults.Count > 0)
                break;
            count++;
            yield return row;
        }

        if (faults.Count > 0 || count != Count)
            throw new InvalidDataException($"{Name} was changed while it was being worked on.");
    }

    private static async IAsyncEnumerable<BatchRow> ReadAsync(
        string path, BatchFormat format, OwnColumns own, FaultLog faults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = Utf8Text.Open(path);
        var records = format switch
        {
            BatchFormat.Txt => TxtRecords.ReadAsync(text, faults, cancellationToken),
            BatchFormat.Csv => CsvRecords.ReadAsync(text, own, faults, cancellationToken),
            BatchFormat.Jsonl => JsonlRecords.ReadAsync(text, own, faults, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no such format"),
        };
        var number = 0;
        await foreach (var record in records)
        {
            number++;
            if (RowParser.Parse(number, record, faults) is { } row)
                yield return row;
        }
    }
}
