using System.Diagnostics.CodeAnalysis;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Summary;

namespace BatchRunner.Files;

/// <summary>
/// The directory in which everything about one batch lies. What it cannot do it says with a <see cref="BatchDirectoryException"/>.
/// </summary>
public sealed class BatchDirectory : IBatchFiles
{
    private const string JournalName = "batch.db";
    private const string CsvName = "summary.csv";
    private const string JsonName = "summary.json";
    private const string WorkingCopyName = ".batch";

    private readonly IReadOnlyList<string> _created;

    private BatchDirectory(string path, IReadOnlyList<string> created) => (Path, _created) = (path, created);

    /// <summary>As given.</summary>
    public string Path { get; }

    public string JournalPath => PathOf(JournalName);

    public string SummaryCsvPath => PathOf(CsvName);

    public string SummaryJsonPath => PathOf(JsonName);

    public string EventsPath => PathOf("events.jsonl");

    public string ReportPath => PathOf("report.html");

    /// <summary>
    /// Makes the directory ready for a new batch: it is created where it is missing, can be written, and holds no batch.
    /// </summary>
    public static BatchDirectory Create(string path)
    {
        var created = DirectorySetup.Create(path);
        var directory = new BatchDirectory(path, created);
        if (Array.Find([JournalName, CsvName, JsonName], name => File.Exists(directory.PathOf(name))) is { } found)
        {
            throw new BatchDirectoryException(
                $"{path} already holds a batch ({found}): go on with it by 'batchrunner resume {path}', "
                + "or name another directory with -o.");
        }

        DirectorySetup.CheckWritable(path);
        return directory;
    }

    /// <summary>Opens the directory of a batch that was begun before; it must have a journal and be writable.</summary>
    public static BatchDirectory Open(string path)
    {
        var directory = new BatchDirectory(path, []);
        if (!File.Exists(directory.JournalPath))
            throw new BatchDirectoryException($"{path} holds no batch: there is no {JournalName} in it.");
        DirectorySetup.CheckWritable(path);
        return directory;
    }

    /// <summary>Copies the batch into the directory, so that nothing which later happens to the original matters.</summary>
    /// <returns>The path of the working copy.</returns>
    public async Task<string> TakeWorkingCopyAsync(Stream batch, BatchFormat format, CancellationToken cancellationToken)
    {
        RemoveWorkingCopy();

        // Standard input does not hear the token while it waits for more: the read is left behind instead.
        var path = PathOf(WorkingCopyName + format.Extension());
        await WholeFile.WriteAsync(path, (file, stop) => batch.CopyToAsync(file, stop).WaitAsync(stop), cancellationToken);
        return path;
    }

    /// <summary>Finds the working copy that an earlier process left for this one.</summary>
    public bool TryFindWorkingCopy([NotNullWhen(true)] out string? path, out BatchFormat format)
    {
        foreach (var candidate in Enum.GetValues<BatchFormat>())
        {
            path = PathOf(WorkingCopyName + candidate.Extension());
            format = candidate;
            if (File.Exists(path))
                return true;
        }

        path = null;
        format = default;
        return false;
    }

    /// <summary>To be called when the batch is over and nobody will read its rows again.</summary>
    public void RemoveWorkingCopy()
    {
        while (TryFindWorkingCopy(out var path, out _))
            DirectorySetup.Delete(path);
    }

    /// <summary>
    /// Takes back <see cref="Create"/>: removes the working copy, and the directories that it made if nothing lies in them.
    /// </summary>
    public void Discard()
    {
        RemoveWorkingCopy();
        DirectorySetup.RemoveEmpty(_created);
    }

    public Task WriteSummaryAsync(
        IReadOnlyList<string> ownColumns, IAsyncEnumerable<SummaryRow> rows, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(SummaryCsvPath, (file, stop) => SummaryCsv.WriteAsync(file, ownColumns, rows, stop), cancellationToken);

    public Task WriteSummaryAsync(BatchSummary summary, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(
            SummaryJsonPath, (file, stop) => file.WriteAsync(SummaryJson.WriteUtf8(summary), stop).AsTask(), cancellationToken);

    public Task<string> WriteResultsAsync(
        BatchRow row, string extension, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        WriteOfRowAsync("results", row, extension, write, cancellationToken);

    /// <summary>Writes the log of one row's run to <c>logs/&lt;row&gt;-&lt;name&gt;.log</c>, whole or not at all.</summary>
    /// <returns>The path relative to the batch directory, with forward slashes.</returns>
    public Task<string> WriteLogAsync(BatchRow row, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        WriteOfRowAsync("logs", row, "log", write, cancellationToken);

    private async Task<string> WriteOfRowAsync(
        string folder, BatchRow row, string extension, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var name = RowFileName.Of(row, extension);
        DirectorySetup.Create(PathOf(folder));
        await WholeFile.WriteAsync(System.IO.Path.Combine(PathOf(folder), name), write, cancellationToken);
        return $"{folder}/{name}";
    }

    private string PathOf(string name) => System.IO.Path.Combine(Path, name);
}
