using BatchRunner.Core.Batches;
using BatchRunner.Core.Summary;

namespace BatchRunner.Files.Tests.Support;

internal static class Rows
{
    public static SummaryRow NotStarted(int number, string label = "", params string[] own) =>
        new(new BatchRow(number, new RunTarget.Task("T")) { Label = label, OwnValues = own }, RowStatus.NotStarted);

    public static async IAsyncEnumerable<T> Stream<T>(params T[] rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }

    public static async IAsyncEnumerable<SummaryRow> ThatBreakOff()
    {
        yield return NotStarted(1);
        await Task.Yield();
        throw new InvalidOperationException("the journal is gone");
    }
}
