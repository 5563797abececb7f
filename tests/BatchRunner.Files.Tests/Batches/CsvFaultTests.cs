using BatchRunner.Files.Tests.Support;

namespace BatchRunner.Files.Tests.Batches;

public sealed class CsvFaultTests
{
    [Fact]
    public async Task Every_fault_of_a_file_is_listed_with_the_line_on_which_its_row_begins()
    {
        var faults = await Read.FaultsOfCsv(
            """
            task_id,worker_id,run_id,input,version,callback_url,max_attempts,timeout,note
            ,,,,,,,,none
            A1,W1,R1,,,,,,
            ok,,,,,,,,"many
            lines"
            A1,,,{},v1,,,,
            ,,R1,{},,,,,

            ,W1,,"{""a"":",,,,,
            ,W1,,[1],,,,,
            ,a/b/c,,,,,,,
            A1,,,,,ftp://x,0,90,
            A1,,,,,/hook,101,1d,
            A1,,,,,,1e1,,
            A1,,,
            A1,,,,,,,,,
            A/1,,R/1,,,,,,
            ,,R/1,,,,,,
            """);

        Assert.Equal(
            [
                "b:2: task_id, worker_id and run_id are all empty: fill in one of them",
                "b:3: task_id and worker_id and run_id are filled in: a row has only one of them",
                "b:6: input goes only with worker_id, not with task_id: leave it empty",
                "b:6: version goes only with worker_id, not with task_id: leave it empty",
                "b:7: input goes only with worker_id, not with run_id: leave it empty",
                "b:9: input '{\"a\":' is not valid JSON: it goes wrong at byte 6",
                "b:10: input '[1]' is an array: write an object {…}",
                "b:11: worker_id 'a/b/c' is not a Worker's id: write its slug or owner/name",
                "b:12: callback_url 'ftp://x' is not a web address: write it in full, such as https://example.com/hook",
                "b:12: max_attempts '0' is not a whole number from 1 to 100",
                "b:12: timeout '90' is not a time: write a number with its unit, such as 500ms, 90s, 10m, 2h or 1h30m (at most 720h)",
                "b:13: callback_url '/hook' is not a web address: write it in full, such as https://example.com/hook",
                "b:13: max_attempts '101' is not a whole number from 1 to 100",
                "b:13: timeout '1d' is not a time: write a number with its unit, such as 500ms, 90s, 10m, 2h or 1h30m (at most 720h)",
                "b:14: max_attempts '1e1' is not a whole number from 1 to 100",
                "b:15: the row has 4 cells, and the header has 9",
                "b:16: the row has 10 cells, and the header has 9",
                "b:17: task_id and run_id are filled in: a row has only one of them",
                "b:18: run_id 'R/1' has a '/' in it: write the id alone, not an address",
            ],
            faults);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("o/n", true)]
    [InlineData("o~n", true)]
    [InlineData("/n", false)]
    [InlineData("o/", false)]
    [InlineData("../n", false)]
    [InlineData("o/..", false)]
    public async Task A_worker_is_a_slug_or_owner_and_name(string id, bool isGood)
    {
        var faults = await Read.FaultsOfCsv($"worker_id\n{id}\n");

        Assert.Equal(isGood, faults.Length == 0);
    }

    [Fact]
    public async Task Faults_of_the_header_are_listed_with_hints()
    {
        var faults = await Read.FaultsOfCsv("Task ID,status,note,NOTE,,max-attempts\nA1,,,,,\n\"A1\",,,,,x,y\n");

        Assert.Equal(
            [
                "b:1: column 'Task ID' is not known: did you mean task_id? If it is your own, give it another name",
                "b:1: column 'status' is one that summary.csv has itself: rename or remove it",
                "b:1: column 'NOTE' stands there twice: rename or remove one",
                "b:1: a column has no name: name it or remove it",
                "b:1: column 'max-attempts' is not known: did you mean max_attempts? If it is your own, give it another name",
                "b:1: there is no column task_id, worker_id or run_id in the header: correct its name",
                "b:3: the row has 7 cells, and the header has 6",
            ],
            faults);
    }

    [Theory]
    [InlineData("taskid")]
    [InlineData("task id")]
    [InlineData("TaskId")]
    [InlineData("task-id")]
    public async Task A_header_that_is_nearly_right_gets_a_hint(string name)
    {
        var faults = await Read.FaultsOfCsv($"{name}\nA1\n");

        Assert.Contains(faults, fault => fault.Contains("did you mean task_id?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("task_id;label\nA1;x\n")]
    [InlineData("task_id\tlabel\nA1\tx\n")]
    public async Task Other_separators_than_the_comma_are_told(string text)
    {
        var faults = await Read.FaultsOfCsv(text);

        Assert.Equal("b:1: there is no column task_id, worker_id or run_id in the header: separate the columns with commas", faults[^1]);
    }

    [Fact]
    public async Task A_file_without_header_is_told()
    {
        Assert.Equal(
            [
                "b:1: there is no column task_id, worker_id or run_id in the header: "
                    + "each row runs a saved task, a Worker or an old run, and says so in one of them",
            ],
            await Read.FaultsOfCsv("A1\nA2\n"));
    }

    [Fact]
    public async Task Wrong_quotes_are_told_and_reading_goes_on()
    {
        var faults = await Read.FaultsOfCsv("task_id,note\nA1,x\"y\nA2,\"x\"y\nA 3,z\nA4,\"open\nA5,\n");

        Assert.Equal(
            [
                "b:2: the quotes of the cell 'x\"y' are wrong: put the whole cell into quotes, and double each quote inside it",
                "b:3: the quotes of the cell '\"x\"y' are wrong: put the whole cell into quotes, and double each quote inside it",
                "b:4: task_id 'A 3' has white space in it: write the id alone",
                "b:5: the quote that opens the cell '\"open\\nA5,\\n' is never closed",
            ],
            faults);
    }

    [Fact]
    public async Task A_cell_without_end_is_cut_short_instead_of_filling_memory()
    {
        var faults = await Read.FaultsOfCsv("task_id,note\nA1,\"" + new string('x', CsvRecords.MaxCellLength + 1));

        Assert.Equal(["b:2: a cell is longer than 4000000 characters: a quote that opens it is most likely never closed"], faults);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_a_fault_of_their_row()
    {
        byte[] content = [.. "task_id,note\nA1,\"a\nb"u8, 0xE9, .. "\"\nA 2,\n"u8];

        Assert.Equal(
            [
                "b:2: the line is not valid UTF-8: save the file as UTF-8",
                "b:4: task_id 'A 2' has white space in it: write the id alone",
            ],
            await Read.FaultsOf(BatchFormat.Csv, content));
    }

    [Fact]
    public async Task Positions_in_an_input_of_several_lines_name_the_line_of_the_input()
    {
        Assert.Equal(
            ["b:2: input '{\\n\"a\":x}' is not valid JSON: it goes wrong at byte 5 of its line 2"],
            await Read.FaultsOfCsv("worker_id,input\nW1,\"{\n\"\"a\"\":x}\"\n"));
    }
}
