using BatchRunner.Core.Batches;
using BatchRunner.Files.Tests.Support;

namespace BatchRunner.Files.Tests.Directories;

public sealed class WholeFileTests : IDisposable
{
    private static readonly BatchRow Row = new(7, new RunTarget.Task("T1"));

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_summary_that_breaks_off_leaves_neither_file_nor_temporary()
    {
        var directory = BatchDirectory.Create(_folder.Root);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => directory.WriteSummaryAsync([], Rows.ThatBreakOff(), CancellationToken.None));

        Assert.Empty(_folder.AllFiles());
    }

    [Fact]
    public async Task A_summary_that_breaks_off_keeps_the_old_one()
    {
        var directory = BatchDirectory.Create(_folder.Root);
        await directory.WriteSummaryAsync([], Rows.Stream(Rows.NotStarted(1, "old")), CancellationToken.None);
        var old = await File.ReadAllTextAsync(directory.SummaryCsvPath);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => directory.WriteSummaryAsync([], Rows.ThatBreakOff(), CancellationToken.None));

        Assert.Equal(old, await File.ReadAllTextAsync(directory.SummaryCsvPath));
        Assert.Equal(["summary.csv"], _folder.AllFiles());
    }

    [Fact]
    public async Task Results_appear_only_when_they_are_complete()
    {
        var directory = BatchDirectory.Create(_folder.Root);

        var path = await directory.WriteResultsAsync(
            Row,
            "csv",
            async (file, stop) =>
            {
                await file.WriteAsync("a,b\n"u8.ToArray(), stop);
                Assert.False(File.Exists(_folder["results/7-T1.csv"]));
            },
            CancellationToken.None);

        Assert.Equal("results/7-T1.csv", path);
        Assert.Equal("a,b\n", await File.ReadAllTextAsync(_folder["results/7-T1.csv"]));
        Assert.Equal([Path.Combine("results", "7-T1.csv")], _folder.AllFiles());
    }

    [Fact]
    public async Task Results_that_break_off_leave_nothing_and_the_error_is_the_writers_own()
    {
        var directory = BatchDirectory.Create(_folder.Root);

        await Assert.ThrowsAsync<IOException>(() => directory.WriteResultsAsync(
            Row,
            "csv",
            async (file, stop) =>
            {
                await file.WriteAsync("half"u8.ToArray(), stop);
                throw new IOException("connection lost");
            },
            CancellationToken.None));

        Assert.Empty(_folder.AllFiles());
    }

    [Fact]
    public async Task Writing_that_is_cancelled_leaves_nothing()
    {
        var directory = BatchDirectory.Create(_folder.Root);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => directory.WriteResultsAsync(
            Row,
            "csv",
            async (file, token) =>
            {
                await stop.CancelAsync();
                await file.WriteAsync("half"u8.ToArray(), token);
            },
            stop.Token));

        Assert.Empty(_folder.AllFiles());
    }

    [Fact]
    public async Task A_file_that_is_complete_when_its_writing_is_cancelled_is_kept()
    {
        var directory = BatchDirectory.Create(_folder.Root);
        using var stop = new CancellationTokenSource();

        var path = await directory.WriteResultsAsync(Row, "csv", (_, _) => stop.CancelAsync(), stop.Token);

        Assert.Equal("results/7-T1.csv", path);
        Assert.Equal([Path.Combine("results", "7-T1.csv")], _folder.AllFiles());
    }

    [Fact]
    public async Task A_temporary_file_of_a_killed_process_is_overwritten()
    {
        var directory = BatchDirectory.Create(_folder.Root);
        await File.WriteAllTextAsync(WholeFile.TemporaryFor(directory.SummaryCsvPath), new string('x', 10_000));

        await directory.WriteSummaryAsync([], Rows.Stream(Rows.NotStarted(1)), CancellationToken.None);

        Assert.DoesNotContain("x", await File.ReadAllTextAsync(directory.SummaryCsvPath), StringComparison.Ordinal);
        Assert.Equal(["summary.csv"], _folder.AllFiles());
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_told()
    {
        var directory = BatchDirectory.Create(_folder.Root);
        Directory.CreateDirectory(_folder["results/7-T1.csv/taken"]);

        var error = await Assert.ThrowsAsync<BatchDirectoryException>(
            () => directory.WriteResultsAsync(Row, "csv", (_, _) => Task.CompletedTask, CancellationToken.None));

        Assert.StartsWith($"Cannot write {_folder["results/7-T1.csv"]}: ", error.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.AllFiles());
    }

    [Fact]
    public async Task A_disk_that_refuses_is_told_as_an_error_of_the_directory()
    {
        await using var stream = new OutputStream(new FullDisk(), "results/7-T1.csv");

        var error = await Assert.ThrowsAsync<BatchDirectoryException>(() => stream.WriteAsync(new byte[1]).AsTask());

        Assert.Equal("Cannot write results/7-T1.csv: no space left", error.Message);
        Assert.Throws<BatchDirectoryException>(() => stream.Write(new byte[1]));
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("no space left");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("no space left");
    }
}
