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
    private const string ResultsName = "results";
    private const string WorkingCopyName = ".batch";

    private readonly IReadOnlyList<string> _created;

    private BatchDirectory(string path, IReadOnlyList<string> created) => (Path, _created) = (path, created);

    /// <summary>As given.</summary>
    public string Path { get; }

    public string SummaryCsvPath => PathOf(CsvName);

    public string SummaryJsonPath => PathOf(JsonName);

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
                $"{path} already holds a batch ({found}): name another directory with -o.");
        }

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

    /// <summary>To be called when the batch is over and nobody will read its rows again.</summary>
    public void RemoveWorkingCopy()
    {
        foreach (var format in Enum.GetValues<BatchFormat>())
            DirectorySetup.Delete(PathOf(WorkingCopyName + format.Extension()));
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

    public async Task<string> WriteResultsAsync(
        BatchRow row, string extension, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var name = RowFileName.Of(row, extension);
        DirectorySetup.Create(PathOf(ResultsName));
        await WholeFile.WriteAsync(System.IO.Path.Combine(PathOf(ResultsName), name), write, cancellationToken);
        return $"{ResultsName}/{name}";
    }

    private string PathOf(string name) => System.IO.Path.Combine(Path, name);
}
