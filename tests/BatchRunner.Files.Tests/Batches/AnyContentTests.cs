using BatchRunner.Files.Tests.Support;

namespace BatchRunner.Files.Tests.Batches;

public sealed class AnyContentTests
{
    private static readonly string[] Pieces =
    [
        "task_id", "worker_id", "run_id", "input", "label", "note", "timeout", "A1", "o/n", "10m", "{", "}", "[", "]", ":", ",", ",", "\"",
        "\"", "\\u", "\\ud800", "\n", "\n", "\r\n", "\r", " ", "\t", "#", "null", "1", "ü", "\uFEFF", "\0", "{\"task_id\":\"A1\"",
    ];

    [Theory]
    [InlineData(BatchFormat.Txt)]
    [InlineData(BatchFormat.Csv)]
    [InlineData(BatchFormat.Jsonl)]
    public async Task Whatever_a_file_holds_it_ends_in_the_same_rows_twice_or_in_faults(BatchFormat format)
    {
        var random = new Random(20260806);
        using var folder = new TempFolder();
        var good = 0;
        for (var i = 0; i < 400; i++)
        {
            await File.WriteAllBytesAsync(folder["b"], Content(random, format));
            var result = await BatchFile.OpenAsync(folder["b"], "b", format, CancellationToken.None);
            if (!result.IsGood)
            {
                Assert.NotEmpty(result.Faults);
                continue;
            }

            good++;
            var numbers = new List<int>();
            await foreach (var row in result.Batch.ReadAsync(CancellationToken.None))
            {
                numbers.Add(row.Number);
                Assert.Equal(result.Batch.OwnColumns.Count, row.OwnValues.Count);
            }

            Assert.Equal(Enumerable.Range(1, result.Batch.Count), numbers);
        }

        Assert.NotEqual(0, good);
    }

    private static byte[] Content(Random random, BatchFormat format)
    {
        var start = format == BatchFormat.Csv ? "task_id\n" : "";
        var pieces = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]);
        var end = format == BatchFormat.Jsonl ? "\n{\"task_id\":\"A1\",\"n" + random.Next(3) + "\":1}" : "\nA1\n";
        var content = System.Text.Encoding.UTF8.GetBytes(random.Next(4) == 0 ? start + end : start + string.Concat(pieces) + end);
        if (random.Next(5) == 0)
            content[random.Next(content.Length)] = (byte)random.Next(256);
        return content;
    }
}
