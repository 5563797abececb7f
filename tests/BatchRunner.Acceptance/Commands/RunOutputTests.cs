using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Commands;

public sealed class RunOutputTests : ProgramTest
{
    [Fact]
    public async Task Json_is_the_summary_and_nothing_else()
    {
        await ServeAsync(Scenarios.Quick);

        var ended = (await RunBatchAsync(Write("two.txt", "maps-1", "maps-2"), "--json")).Expect(0);

        Assert.Equal(await File.ReadAllTextAsync(PathOf("out/summary.json")), ended.Output);
    }

    [Fact]
    public async Task Quiet_is_silent_about_a_batch_that_goes_well()
    {
        await ServeAsync(Scenarios.Quick);

        var ended = (await RunBatchAsync(Write("two.txt", "maps-1", "flaky-2"), "-q")).Expect(0);

        Assert.Equal(("out/summary.csv\n", ""), (ended.Output, ended.Error));
    }

    [Fact]
    public async Task Progress_is_plain_lines_where_nobody_watches()
    {
        await ServeAsync(Scenarios.Quick);
        var tasks = Enumerable.Range(1, 20).Select(number => $"maps-{number}").ToArray();

        var ended = (await RunBatchAsync(Write("twenty.txt", tasks))).Expect(0);

        Assert.InRange(ended.Error.Count(c => c == '\n'), 3, 11);
        Assert.DoesNotContain('\e', ended.Error);
        Assert.DoesNotContain('\r', ended.Error);
    }

    [Theory]
    [InlineData(">/dev/full")]
    [InlineData("2>/dev/full")]
    [InlineData(">/dev/full 2>/dev/full")]
    public async Task A_full_disk_under_the_output_does_not_end_a_batch(string redirect)
    {
        await ServeAsync(Scenarios.Quick);
        var program = StartInShell(redirect, ["run", Write("two.txt", "maps-1", "maps-2"), "-v", "-o", "out", .. Brisk]);
        await program.WriteInputAsync("");

        (await program.EndAsync()).Expect(0);

        Assert.Equal(["succeeded", "succeeded"], Summary.Column("status"));
    }

    [Fact]
    public async Task A_dry_run_calls_nobody_and_writes_nothing()
    {
        await ServeAsync(Scenarios.Quick);

        var ended = (await RunBatchAsync(Write("two.txt", "maps-1", "maps-2"), "--dry-run")).Expect(0);

        Assert.Contains("2 rows", ended.Output, StringComparison.Ordinal);
        Assert.Equal(0, Sandbox.Stats.Calls.Total);
        Assert.False(Directory.Exists(OutputFolder));
    }

    [Fact]
    public async Task Without_an_output_the_batch_goes_into_a_new_directory_under_runs()
    {
        await ServeAsync(Scenarios.Quick);

        var ended = (await RunAsync("run", Write("two.txt", "maps-1", "maps-2"))).Expect(0);

        Assert.Matches(@"\Aruns/two-[0-9]{8}-[0-9]{6}/summary\.csv\n\z", ended.Output);
        Assert.Equal(2, Summary.Read(Path.GetDirectoryName(PathOf(ended.Output.Trim()))!).Rows.Count);
    }
}
