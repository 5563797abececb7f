using System.Runtime.CompilerServices;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Runs;

namespace BatchRunner.Core.Summary;

/// <summary>Writes the summary from batch and journal, as a stream: each row of the batch gives exactly one line.</summary>
public sealed class SummaryBuilder(IJournal journal, IBatchFiles files)
{
    public async Task<BatchSummary> WriteAsync(SummaryRequest request, CancellationToken cancellationToken)
    {
        var tally = new SummaryTally();
        await files.WriteSummaryAsync(request.Batch.OwnColumns, Lines(request.Batch, tally, cancellationToken), cancellationToken);
        var summary = new BatchSummary
        {
            Batch = request.Batch.Name,
            Directory = request.Directory,
            Rows = tally.Rows,
            Counts = tally.Counts,
            Attempts = tally.Attempts,
            Usage = tally.Usage,
            Wall = request.FinishedAt - request.StartedAt,
            Busy = tally.Busy,
            PeakConcurrent = request.PeakConcurrent,
            PlanLimit = request.PlanLimit,
            Calls = request.Calls,
            RateLimited = request.RateLimited,
            PlanLimited = request.PlanLimited,
            Retries = request.Retries,
            StartedAt = request.StartedAt,
            FinishedAt = request.FinishedAt,
            ExitCode = ExitCodes.Of(request.StopCode, tally.Counts),
        };
        await files.WriteSummaryAsync(summary, cancellationToken);
        return summary;
    }

    /// <summary>Batch and journal both ascend by row, so one pass over each is enough.</summary>
    private async IAsyncEnumerable<SummaryRow> Lines(
        IBatch batch, SummaryTally tally, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var states = journal.ReadRowsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await states.MoveNextAsync();
        await foreach (var row in batch.ReadAsync(cancellationToken))
        {
            var state = RowState.Fresh(row.Number);
            if (more && states.Current.Row == row.Number)
            {
                state = states.Current;
                more = await states.MoveNextAsync();
            }

            var line = SummaryProjection.Of(row, state);
            tally.Add(line, state);
            yield return line;
        }
    }
}
