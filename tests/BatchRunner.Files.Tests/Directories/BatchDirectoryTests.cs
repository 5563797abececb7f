using System.Text;
using BatchRunner.Files.Tests.Support;

namespace BatchRunner.Files.Tests.Directories;

public sealed class BatchDirectoryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_directory_is_created_and_left_empty()
    {
        var directory = BatchDirectory.Create(_folder["runs/x"]);

        Assert.Equal(_folder["runs/x"], directory.Path);
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
    }

    [Theory]
    [InlineData("batch.db")]
    [InlineData("summary.csv")]
    [InlineData("summary.json")]
    public void A_directory_that_holds_a_batch_is_refused_for_a_new_one(string name)
    {
        File.WriteAllText(_folder[name], "");

        var error = Assert.Throws<BatchDirectoryException>(() => BatchDirectory.Create(_folder.Root));

        Assert.Equal(
            $"{_folder.Root} already holds a batch ({name}): name another directory with -o.",
            error.Message);
    }

    [Fact]
    public void A_directory_with_other_files_is_taken()
    {
        File.WriteAllText(_folder["notes.txt"], "mine");

        BatchDirectory.Create(_folder.Root).Discard();

        Assert.Equal(["notes.txt"], _folder.AllFiles());
    }

    [Fact]
    public void A_directory_that_cannot_be_created_is_told()
    {
        File.WriteAllText(_folder["file"], "");

        var error = Assert.Throws<BatchDirectoryException>(() => BatchDirectory.Create(_folder["file/x"]));

        Assert.StartsWith($"Cannot create the directory {_folder["file/x"]}: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_name_that_no_directory_can_have_is_told(string name)
    {
        Assert.Throws<BatchDirectoryException>(() => BatchDirectory.Create(name));
    }

    [Fact]
    public void A_directory_that_cannot_be_written_is_told()
    {
        Directory.CreateDirectory(_folder[".writable.tmp"]);

        var error = Assert.Throws<BatchDirectoryException>(() => BatchDirectory.Create(_folder.Root));

        Assert.StartsWith($"Cannot write in the directory {_folder.Root}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_working_copy_outlives_its_original_and_goes_with_the_batch()
    {
        var directory = BatchDirectory.Create(_folder["d"]);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("task_id,mine\nA1,x\n"));
        var path = await directory.TakeWorkingCopyAsync(content, BatchFormat.Csv, CancellationToken.None);

        Assert.Equal(_folder["d/.batch.csv"], path);
        var result = await BatchFile.OpenAsync(path, "-", BatchFormat.Csv, CancellationToken.None);
        Assert.Equal(("-", 1), (result.Batch!.Name, result.Batch.Count));

        directory.RemoveWorkingCopy();
        Assert.Empty(_folder.AllFiles());
    }

    [Fact]
    public async Task A_second_working_copy_replaces_the_first_whatever_its_format()
    {
        var directory = BatchDirectory.Create(_folder["d"]);
        using var content = new MemoryStream();
        await directory.TakeWorkingCopyAsync(content, BatchFormat.Csv, CancellationToken.None);
        await directory.TakeWorkingCopyAsync(content, BatchFormat.Jsonl, CancellationToken.None);

        Assert.Equal([Path.Combine("d", ".batch.jsonl")], _folder.AllFiles());
    }

    [Fact]
    public async Task Discarding_leaves_no_trace_of_a_new_directory()
    {
        var directory = BatchDirectory.Create(_folder["runs/deep/x"]);
        using var content = new MemoryStream();
        await directory.TakeWorkingCopyAsync(content, BatchFormat.Txt, CancellationToken.None);

        directory.Discard();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public async Task Discarding_keeps_what_others_put_there()
    {
        var directory = BatchDirectory.Create(_folder["runs/x"]);
        await File.WriteAllTextAsync(_folder["runs/other"], "");

        directory.Discard();

        Assert.Equal([Path.Combine("runs", "other")], _folder.AllFiles());
        Assert.False(Directory.Exists(_folder["runs/x"]));
    }
}
