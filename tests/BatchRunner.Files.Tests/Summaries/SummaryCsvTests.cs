using System.Globalization;
using System.Text;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Summary;
using BatchRunner.Files.Tests.Support;
using CsvHelper;

namespace BatchRunner.Files.Tests.Summaries;

public sealed class SummaryCsvTests
{
    private const string Header =
        "row,label,kind,target,run_slug,status,attempts,usage,duration_s,results,traffic_bytes,"
        + "started_at,finished_at,elapsed_s,error_code,error,request_id,result_path";

    [Fact]
    public async Task The_file_is_written_to_the_letter()
    {
        var task = new BatchRow(1, new RunTarget.Task("T1")) { Label = "Zürich, \"old\"", OwnValues = ["8001", "a\nb"] };
        var worker = new BatchRow(2, new RunTarget.Worker("o/n", "{}", null)) { OwnValues = ["", "x\ry"] };
        var rerun = new BatchRow(3, new RunTarget.Rerun("R1")) { OwnValues = ["-5", " "] };

        var text = await Write(
            ["zip", "note"],
            new SummaryRow(task, RowStatus.Succeeded)
            {
                RunSlug = "S1",
                Attempts = 2,
                Usage = 0.0217m + 0.0300m,
                DurationSeconds = 10,
                Results = 1234567,
                TrafficBytes = 9_876_543_210,
                StartedAt = new DateTimeOffset(2026, 8, 6, 3, 2, 3, TimeSpan.FromHours(2)),
                FinishedAt = new DateTimeOffset(2026, 8, 6, 1, 2, 13, 999, TimeSpan.Zero),
                Elapsed = TimeSpan.FromTicks(123_456_789),
                ResultPath = "results/1-x.csv",
            },
            new SummaryRow(worker, RowStatus.TimedOut)
            {
                RunSlug = "S2",
                Attempts = 1,
                Usage = 0.00000001m,
                DurationSeconds = 0.5m,
                Results = 0,
                TrafficBytes = 0,
                Elapsed = TimeSpan.FromHours(30),
                ErrorCode = "timeout",
                Error = "=too, long",
                RequestId = "q-1",
            },
            new SummaryRow(rerun, RowStatus.NotStarted));

        Assert.Equal(
            Header + ",zip,note\n"
            + "1,\"Zürich, \"\"old\"\"\",task,T1,S1,succeeded,2,0.0517,10,1234567,9876543210,"
            + "2026-08-06T01:02:03Z,2026-08-06T01:02:13Z,12.346,,,,results/1-x.csv,8001,\"a\nb\"\n"
            + "2,,worker,o/n,S2,timed_out,1,0.00000001,0.5,0,0,,,108000.000,timeout,\"'=too, long\",q-1,,,\"x\ry\"\n"
            + "3,,rerun,R1,,not_started,0,0,,,,,,,,,,,-5, \n",
            text);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=", "'=")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("-a", "'-a")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("-5", "-5")]
    [InlineData("+41791234567", "+41791234567")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("-.5e-7", "-.5e-7")]
    [InlineData("-5\n", "'-5\n")]
    [InlineData("--5", "'--5")]
    [InlineData("a=1", "a=1")]
    [InlineData("'=1", "'=1")]
    [InlineData(" =1", " =1")]
    [InlineData("", "")]
    public async Task What_a_spreadsheet_would_run_is_neutralised_and_numbers_are_not(string value, string written)
    {
        var row = Rows.NotStarted(1, value, value) with { Error = value, ErrorCode = value, RequestId = value };

        var cells = (await ReadBack(await Write(["own"], row)))[1];

        Assert.Equal([written, written, written, written, written], [cells[1], cells[14], cells[15], cells[16], cells[18]]);
    }

    [Fact]
    public async Task Names_of_own_columns_are_neutralised_too()
    {
        Assert.StartsWith(Header + ",'=a\n", await Write(["=a"], Rows.NotStarted(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_is_read_back_the_same()
    {
        var random = new Random(20260806);
        var alphabet = "ab ,;\"'\n\r\t=+-@#üß漢😀\\0".EnumerateRunes().ToArray();
        string Cell() => string.Concat(
            Enumerable.Range(0, random.Next(0, 9)).Select(_ => alphabet[random.Next(alphabet.Length)]));
        var written = Enumerable.Range(1, 500).Select(i => Rows.NotStarted(i, Cell(), Cell(), Cell()) with { Error = Cell() }).ToArray();

        var read = await ReadBack(await Write(["one", "two"], written));

        Assert.Equal(written.Length + 1, read.Count);
        for (var i = 0; i < written.Length; i++)
        {
            var (row, cells) = (written[i], read[i + 1]);
            Assert.Equal(20, cells.Length);
            Assert.Equal(row.Row.Number.ToString(CultureInfo.InvariantCulture), cells[0]);
            string[] texts = [row.Row.Label, row.Error, .. row.Row.OwnValues];
            string[] readTexts = [cells[1], cells[15], cells[18], cells[19]];
            Assert.Equal(texts, readTexts.Zip(texts, Plain));
        }
    }

    [Fact]
    public async Task A_row_with_fewer_own_values_than_columns_is_filled_up()
    {
        Assert.EndsWith(",x,\n", await Write(["a", "b"], Rows.NotStarted(1, "", "x")), StringComparison.Ordinal);
    }

    private static string Plain(string read, string written) => read == "'" + written ? written : read;

    private static async Task<string> Write(string[] own, params SummaryRow[] rows)
    {
        using var bytes = new MemoryStream();
        await SummaryCsv.WriteAsync(bytes, own, Rows.Stream(rows), CancellationToken.None);
        Assert.NotEqual(0xEF, bytes.GetBuffer()[0]);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static async Task<List<string[]>> ReadBack(string text)
    {
        using var parser = new CsvParser(new StringReader(text), CultureInfo.InvariantCulture);
        List<string[]> rows = [];
        while (await parser.ReadAsync())
            rows.Add(parser.Record!);
        return rows;
    }
}
