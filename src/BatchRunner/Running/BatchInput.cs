using BatchRunner.Files;
using BatchRunner.Terminals;

namespace BatchRunner.Running;

/// <summary>Where a batch is read from.</summary>
/// <param name="Name">As the user gave it.</param>
/// <param name="Format">How it is written.</param>
internal sealed record BatchInput(string Name, BatchFormat Format)
{
    public const string StandardInput = "-";

    /// <summary>The name of the batch for its directory.</summary>
    public string Stem => Name == StandardInput ? "stdin" : Path.GetFileNameWithoutExtension(Name);

    /// <exception cref="UsageException">The format cannot be told.</exception>
    public static BatchInput Of(string name, BatchFormat? format)
    {
        if (format is { } given)
        {
            return new BatchInput(name, given);
        }

        return BatchFormats.TryFromPath(name, out var found)
            ? new BatchInput(name, found)
            : throw new UsageException(name == StandardInput
                ? "the format of standard input cannot be told: add --format txt, csv or jsonl."
                : $"the format of {name} cannot be told by its name: end it in .txt, .csv or .jsonl, or add --format.");
    }

    /// <summary>Opens the content as bytes.</summary>
    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public Stream Open()
    {
        try
        {
            return Name == StandardInput ? Terminal.OpenInput() : File.OpenRead(Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the batch cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads a copy of the batch through and tells every fault under the name that the user knows.</summary>
    /// <exception cref="UsageException">The batch has faults: one a line.</exception>
    public async Task<BatchFile> CheckAsync(string path, CancellationToken cancellationToken)
    {
        var result = await BatchFile.OpenAsync(path, Name, Format, cancellationToken);
        return result.Batch ?? throw new UsageException(
            $"the batch has faults; nothing was started.\n{string.Join('\n', result.Faults)}");
    }
}
