using System.Globalization;
using BatchRunner.Commands;
using BatchRunner.Core.Summary;
using BatchRunner.Terminals;

namespace BatchRunner.Running;

/// <summary>Says what a batch would do, without a call and without a file.</summary>
internal sealed class DryRun(Terminal terminal, RunOptions options)
{
    /// <param name="directory">Where the batch would go.</param>
    /// <param name="baseUrl">Where CoreClaw would be; null: a sandbox.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<int> TellAsync(string directory, Uri? baseUrl, CancellationToken cancellationToken)
    {
        using var readable = await ReadableCopy.OfAsync(options.Batch, cancellationToken);
        var batch = await options.Batch.CheckAsync(readable.Path, cancellationToken);
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var row in batch.ReadAsync(cancellationToken))
        {
            kinds[row.Target.Kind] = kinds.GetValueOrDefault(row.Target.Kind) + 1;
        }

        var counts = string.Join(", ", kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value} {kind.Key}")));
        terminal.Output.WriteLine($"would run {Plural.Of(batch.Count, "row")} of {batch.Name} ({counts}), each with up to {Plural.Of(options.Policy.MaxAttempts, "attempt")},");
        terminal.Output.WriteLine($"against {(baseUrl is null ? "a sandbox" : baseUrl)}, into {directory}");
        return ExitCodes.Success;
    }
}
