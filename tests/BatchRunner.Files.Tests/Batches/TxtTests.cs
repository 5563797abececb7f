using System.Text;
using BatchRunner.Core.Batches;
using BatchRunner.Files.Tests.Support;

namespace BatchRunner.Files.Tests.Batches;

public sealed class TxtTests
{
    [Fact]
    public async Task Each_line_is_a_saved_task_and_blank_lines_and_comments_are_skipped()
    {
        var batch = await Read.Txt("# mine\nA1\n\n  A2  \n   # more\n\t\nA1");

        Assert.Equal([new RunTarget.Task("A1"), new RunTarget.Task("A2"), new RunTarget.Task("A1")], batch.Rows.Select(row => row.Target));
        Assert.Equal([1, 2, 3], batch.Rows.Select(row => row.Number));
        Assert.Empty(batch.OwnColumns);
    }

    [Theory]
    [InlineData("A1\r\nA2\r\n")]
    [InlineData("\uFEFFA1\nA2\n")]
    [InlineData("\uFEFF# comment\r\nA1\r\nA2")]
    [InlineData("A1\rA2\r")]
    public async Task Byte_order_mark_and_line_ends_do_not_matter(string text)
    {
        var batch = await Read.Txt(text);

        Assert.Equal(["A1", "A2"], batch.Rows.Select(row => row.Target.Id));
    }

    [Fact]
    public async Task Faults_name_the_line_and_the_value()
    {
        var faults = await Read.FaultsOfTxt("A1\n\nA 2\nhttps://x.example/A3\nA?4\nA\u00015\n..\n" + new string('x', 201) + "\n");

        Assert.Equal(
            [
                "b:3: task_id 'A 2' has white space in it: write the id alone",
                "b:4: task_id 'https://x.example/A3' has a '/' in it: write the id alone, not an address",
                "b:5: task_id 'A?4' has the character '?' in it, which no id has",
                "b:6: task_id 'A\\u00015' has the character '\\u0001' in it, which no id has",
                "b:7: task_id '..' is not an id",
                $"b:8: task_id '{new string('x', 60)}…' is longer than 200 characters: that is no id",
            ],
            faults);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_a_fault_of_their_line_and_reading_goes_on()
    {
        byte[] content = [.. "A1\n"u8, 0xC3, (byte)'\n', .. "A 3\n"u8, (byte)'B', 0xFF, (byte)'\r', (byte)'\n'];

        Assert.Equal(
            [
                "b:2: the line is not valid UTF-8: save the file as UTF-8",
                "b:3: task_id 'A 3' has white space in it: write the id alone",
                "b:4: the line is not valid UTF-8: save the file as UTF-8",
            ],
            await Read.FaultsOf(BatchFormat.Txt, content));
    }

    [Fact]
    public async Task A_file_in_UTF16_is_told_as_such()
    {
        byte[] content = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("A1\nA2\n")];

        Assert.Equal(["b: the file is written in UTF-16: save it as UTF-8"], await Read.FaultsOf(BatchFormat.Txt, content));
    }
}
