using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Batches;

/// <summary>Whatever can be found wrong on this machine is found before the first call.</summary>
public sealed class FaultTests : ProgramTest
{
    [Fact]
    public async Task Every_fault_of_a_batch_is_listed_with_its_line()
    {
        await ServeAsync(Scenarios.Quick);
        var batch = Write(
            "faulty.csv",
            "task_id,worker_id,run_id,input,version,callback_url,max_attempts,timeout",
            "maps-bern,,,,,,,",
            "maps-bern,,01KZAZ2B7T0000000000000000,,,,,",
            ",,,,,,,",
            "maps-bern,,,{},,,,",
            ",coreclaw/maps,,{\"keyword\",,,,",
            ",coreclaw/maps,,[1],,,,",
            "maps-bern,,,,v1.2.6,,,",
            "maps-bern,,,,,nowhere,,",
            "maps-bern,,,,,,0,",
            "maps-bern,,,,,,,90",
            "maps-bern,,");

        var ended = (await RunBatchAsync(batch)).Expect(2);

        Assert.All(Enumerable.Range(3, 10), line => Assert.Contains($"faulty.csv:{line}: ", ended.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("faulty.csv:2:", ended.Error, StringComparison.Ordinal);
        ExpectNothingDone(ended);
    }

    [Theory]
    [InlineData("missing.csv", "missing.csv")]
    [InlineData("batch.xlsx", "--format")]
    [InlineData("-", "--format")]
    [InlineData("empty.txt", "empty.txt")]
    public async Task A_batch_that_cannot_be_read_is_refused(string batch, string told)
    {
        await ServeAsync(Scenarios.Quick);
        Write("batch.xlsx", "maps-bern");
        Write("empty.txt");

        var ended = (await RunBatchAsync(batch)).Expect(2);

        Assert.Contains(told, ended.Error, StringComparison.Ordinal);
        ExpectNothingDone(ended);
    }

    [Fact]
    public async Task A_directory_that_holds_a_batch_is_left_alone()
    {
        await ServeAsync(Scenarios.Quick);
        Write("out/summary.csv", "the old summary");

        var ended = (await RunBatchAsync(Write("one.txt", "maps-bern"))).Expect(2);

        Assert.Contains("already holds a batch", ended.Error, StringComparison.Ordinal);
        Assert.Equal("the old summary\n", await File.ReadAllTextAsync(PathOf("out/summary.csv")));
        Assert.Equal(0, Sandbox.Stats.Calls.Total);
    }

    [Theory]
    [InlineData("taken")]
    [InlineData("taken/deeper/out")]
    public async Task An_output_that_cannot_be_written_is_found_before_the_first_call(string output)
    {
        await ServeAsync(Scenarios.Quick);
        Write("taken", "a file in the way");

        var ended = (await RunAsync("run", Write("one.txt", "maps-bern"), "-o", output)).Expect(2);

        Assert.Contains(output, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.Equal(0, Sandbox.Stats.Calls.Total);
    }

    private void ExpectNothingDone(Ended ended)
    {
        Assert.Empty(ended.Output);
        Assert.False(Directory.Exists(OutputFolder));
        Assert.Equal(0, Sandbox.Stats.Calls.Total);
    }
}
