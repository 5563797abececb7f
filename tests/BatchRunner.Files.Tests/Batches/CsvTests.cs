using BatchRunner.Core.Batches;
using BatchRunner.Files.Tests.Support;

namespace BatchRunner.Files.Tests.Batches;

public sealed class CsvTests
{
    [Fact]
    public async Task Columns_come_in_any_order_and_case_and_the_users_own_keep_theirs()
    {
        var batch = await Read.Csv(
            """
            Note,TIMEOUT,worker_id, Run_Id ,city,Task_ID,label,input,version,Callback_Url,max_attempts
            n1,90s,,,Bern,T1,first,,,https://h.example/x?a=b,5
            ,,o/n,,"Bern, BE",,,"{""url"": ""https://x""}",v1.2.6,,
             n3 ,1h30m,,R1,,,,,,,
            ,,W2,,,,,,,,
            """);

        Assert.Equal(["Note", "city"], batch.OwnColumns);
        var (first, second, third, fourth) = (batch.Rows[0], batch.Rows[1], batch.Rows[2], batch.Rows[3]);
        Assert.Equal(new RunTarget.Task("T1"), first.Target);
        Assert.Equal(("first", "https://h.example/x?a=b", 5, TimeSpan.FromSeconds(90)),
            (first.Label, first.CallbackUrl, first.MaxAttempts, first.Timeout));
        Assert.Equal(["n1", "Bern"], first.OwnValues);
        Assert.Equal(new RunTarget.Worker("o/n", """{"url": "https://x"}""", "v1.2.6"), second.Target);
        Assert.Equal(("", null, null, null), (second.Label, second.CallbackUrl, second.MaxAttempts, second.Timeout));
        Assert.Equal(["", "Bern, BE"], second.OwnValues);
        Assert.Equal(new RunTarget.Rerun("R1"), third.Target);
        Assert.Equal(TimeSpan.FromMinutes(90), third.Timeout);
        Assert.Equal([" n3 ", ""], third.OwnValues);
        Assert.Equal(new RunTarget.Worker("W2", "{}", null), fourth.Target);
        Assert.Equal([1, 2, 3, 4], batch.Rows.Select(row => row.Number));
    }

    [Theory]
    [InlineData("\uFEFFtask_id,note\r\nA1,\"x\r\ny\"\r\n\r\nA2,\"q\"\"q\"\r\n")]
    [InlineData("\n\ntask_id,note\nA1,\"x\r\ny\"\n   \nA2,\"q\"\"q\"")]
    public async Task Byte_order_mark_line_ends_quotes_and_empty_lines_are_understood(string text)
    {
        var batch = await Read.Csv(text);

        Assert.Equal(["A1", "A2"], batch.Rows.Select(row => row.Target.Id));
        Assert.Equal(["x\r\ny", "q\"q"], batch.Rows.Select(row => row.OwnValues[0]));
    }

    [Fact]
    public async Task Ids_may_have_white_space_around_them_but_labels_and_own_cells_stay_as_they_are()
    {
        var batch = await Read.Csv("task_id,label, mine\n A1 , x ,  y\n");

        var row = Assert.Single(batch.Rows);
        Assert.Equal(("A1", " x "), (row.Target.Id, row.Label));
        Assert.Equal(["  y"], row.OwnValues);
        Assert.Equal([" mine"], batch.OwnColumns);
    }

    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("90s", 90_000)]
    [InlineData("10m", 600_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1h1m1s1ms", 3_661_001)]
    [InlineData("720h", 2_592_000_000)]
    public void Durations_are_understood(string text, long milliseconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    [InlineData("0s")]
    [InlineData("-5s")]
    [InlineData("1.5h")]
    [InlineData("5 m")]
    [InlineData("30m1h")]
    [InlineData("721h")]
    [InlineData("999999999h")]
    [InlineData("99999999999999999999s")]
    [InlineData("10m\n")]
    public void What_is_no_duration_is_refused(string text)
    {
        Assert.False(DurationText.TryParse(text, out _));
    }
}
