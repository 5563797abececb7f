using BatchRunner.Files.Tests.Support;

namespace BatchRunner.Files.Tests.Batches;

public sealed class WholeFileFaultTests
{
    [Theory]
    [InlineData(BatchFormat.Txt, "", "b: the file is empty: a batch needs at least one row")]
    [InlineData(BatchFormat.Csv, "", "b: the file is empty: a batch needs at least one row")]
    [InlineData(BatchFormat.Jsonl, "", "b: the file is empty: a batch needs at least one row")]
    [InlineData(BatchFormat.Txt, "\uFEFF", "b: there are no rows in it: a batch needs at least one")]
    [InlineData(BatchFormat.Txt, "# nothing\n\n", "b: there are no rows in it: a batch needs at least one")]
    [InlineData(BatchFormat.Csv, "task_id,label\n", "b: there are no rows in it: a batch needs at least one")]
    [InlineData(BatchFormat.Csv, "\n\n", "b: there are no rows in it: a batch needs at least one")]
    [InlineData(BatchFormat.Jsonl, "\n  \n", "b: there are no rows in it: a batch needs at least one")]
    public async Task An_empty_batch_is_a_fault(BatchFormat format, string text, string fault)
    {
        Assert.Equal([fault], await Read.FaultsOf(format, System.Text.Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public async Task A_missing_file_is_a_fault()
    {
        using var folder = new TempFolder();

        var result = await BatchFile.OpenAsync(folder["none.csv"], "none.csv", BatchFormat.Csv, CancellationToken.None);

        Assert.False(result.IsGood);
        Assert.Equal("none.csv: there is no such file", Assert.Single(result.Faults).ToString());
    }

    [Fact]
    public async Task A_directory_is_a_fault()
    {
        using var folder = new TempFolder();

        var result = await BatchFile.OpenAsync(folder.Root, "d", BatchFormat.Csv, CancellationToken.None);

        Assert.Equal("d: this is a directory, not a batch file", Assert.Single(result.Faults).ToString());
    }

    [Fact]
    public async Task Past_a_thousand_faults_the_rest_is_only_counted()
    {
        var faults = await Read.FaultsOfTxt(string.Concat(Enumerable.Repeat("a b\n", 1234)));

        Assert.Equal(1001, faults.Length);
        Assert.StartsWith("b:1000: ", faults[999], StringComparison.Ordinal);
        Assert.Equal("b: and 234 more faults, which are not listed", faults[1000]);
    }

    [Fact]
    public async Task A_file_that_is_changed_after_it_was_opened_is_refused()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["b.txt"], "A1\nA2\nA3\n");
        var result = await BatchFile.OpenAsync(folder["b.txt"], "b.txt", BatchFormat.Txt, CancellationToken.None);
        await File.WriteAllTextAsync(folder["b.txt"], "A1\nA2\n");

        var error = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in result.Batch!.ReadAsync(CancellationToken.None))
            {
            }
        });
        Assert.Equal("b.txt was changed while it was being worked on.", error.Message);
    }

    [Theory]
    [InlineData("x.txt", true, BatchFormat.Txt)]
    [InlineData("a/b.CSV", true, BatchFormat.Csv)]
    [InlineData("x.jsonl", true, BatchFormat.Jsonl)]
    [InlineData("x.json", false, BatchFormat.Txt)]
    [InlineData("-", false, BatchFormat.Txt)]
    public void The_format_follows_from_the_extension(string path, bool isKnown, BatchFormat format)
    {
        Assert.Equal(isKnown, BatchFormats.TryFromPath(path, out var found));
        Assert.Equal(format, found);
    }
}
