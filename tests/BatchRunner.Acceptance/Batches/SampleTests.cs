using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Batches;

public sealed class SampleTests : ProgramTest
{
    [Fact]
    public async Task A_plain_list_of_ids_is_a_batch()
    {
        await ServeAsync(Scenarios.Quick);

        (await RunBatchAsync(Samples.PathOf("plain.txt"))).Expect(0);

        Assert.Equal(["maps-vienna", "maps-graz", "quick-linz"], Summary.Column("target"));
        Assert.Equal(["task", "task", "task"], Summary.Column("kind"));
        Assert.Equal(["", "", ""], Summary.Column("label"));
        Assert.Equal(["succeeded", "succeeded", "succeeded"], Summary.Column("status"));
        Assert.Equal(3, Sandbox.Stats.RunsCreated);
    }

    [Fact]
    public async Task The_batch_of_troubles_tells_each_of_them_in_its_row()
    {
        await ServeAsync(Scenarios.Quick);

        (await RunBatchAsync(Samples.PathOf("troubles.csv"))).Expect(1);

        ExpectRow("maps-lisbon", "succeeded", "1", "", "");
        ExpectRow("missing-task", "rejected", "0", "60001", "task does not exist");
        ExpectRow("invalid-version", "rejected", "0", "50003", "this version was withdrawn");
        ExpectRow("fail-captcha", "failed", "3", "run_failed", "Worker exited with code 1: blocked by CAPTCHA");
        ExpectRow("hangup-router", "succeeded", "1", "", "");
        ExpectRow("flaky-proxy", "succeeded", "2", "", "");
        Assert.Equal(6, Summary.Rows.Count);
        Assert.NotEmpty(Summary["missing-task"]["request_id"]);
        Assert.NotEmpty(Summary["invalid-version"]["request_id"]);
        Assert.NotEmpty(Summary["fail-captcha"]["request_id"]);
        Assert.Equal(1, Sandbox.Stats.RunsPerTask["hangup-router"]);
    }

    /// <summary>A sample that is added has to be run by a test like those around, and named here.</summary>
    [Fact]
    public void Every_sample_is_run_by_a_test() =>
        Assert.Equal(["demo.csv", "plain.txt", "troubles.csv"], Directory.GetFileSystemEntries(Samples.Folder).Select(Path.GetFileName).Order());

    private void ExpectRow(string target, string status, string attempts, string code, string words)
    {
        var row = Summary[target];
        Assert.Equal((status, attempts, code), (row["status"], row["attempts"], row["error_code"]));
        Assert.Contains(words, row["error"], StringComparison.Ordinal);
        Assert.True(words.Length > 0 || row["error"].Length == 0, $"an error beside success: {row}");
    }
}
