using BatchRunner.Files.Tests.Support;

namespace BatchRunner.Files.Tests.Batches;

/// <summary>Runs alone: it looks at the memory of the whole process.</summary>
[CollectionDefinition(nameof(StreamingTests), DisableParallelization = true)]
[Collection(nameof(StreamingTests))]
public sealed class StreamingTests
{
    private const int Rows = 200_000;

    [Theory]
    [InlineData(BatchFormat.Txt)]
    [InlineData(BatchFormat.Csv)]
    [InlineData(BatchFormat.Jsonl)]
    public async Task Memory_does_not_grow_with_the_rows(BatchFormat format)
    {
        using var folder = new TempFolder();
        await File.WriteAllLinesAsync(folder["big"], Lines(format));
        var result = await BatchFile.OpenAsync(folder["big"], "big", format, CancellationToken.None);
        Assert.Equal(Rows, result.Batch!.Count);

        var atTenth = 0L;
        await foreach (var row in result.Batch.ReadAsync(CancellationToken.None))
        {
            if (row.Number == Rows / 10)
                atTenth = GC.GetTotalMemory(forceFullCollection: true);
            else if (row.Number == Rows * 9 / 10)
                Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - atTenth, long.MinValue, 4_000_000);
        }

        Assert.NotEqual(0, atTenth);
    }

    [Fact]
    public async Task Reading_can_be_stopped()
    {
        using var folder = new TempFolder();
        await File.WriteAllLinesAsync(folder["b"], ["A1", "A2", "A3"]);
        var result = await BatchFile.OpenAsync(folder["b"], "b", BatchFormat.Txt, CancellationToken.None);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in result.Batch!.ReadAsync(stop.Token))
                await stop.CancelAsync();
        });
    }

    private static IEnumerable<string> Lines(BatchFormat format)
    {
        if (format == BatchFormat.Csv)
            yield return "task_id,label,note";
        for (var i = 1; i <= Rows; i++)
        {
            yield return format switch
            {
                BatchFormat.Txt => $"task{i:d20}",
                BatchFormat.Csv => $"task{i:d20},label {i},\"note, {i}\"",
                _ => $$"""{"task_id":"task{{i:d20}}","note":{{i}}}""",
            };
        }
    }
}
