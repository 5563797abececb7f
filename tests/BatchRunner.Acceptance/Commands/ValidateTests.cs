using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Commands;

public sealed class ValidateTests : ProgramTest
{
    [Fact]
    public async Task A_good_batch_needs_no_key_and_no_call()
    {
        var ended = (await RunAsync("validate", Samples.PathOf("demo.csv"))).Expect(0);

        Assert.Contains("42 rows", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_listed()
    {
        var batch = Write("faulty.csv", "task_id,timeout", "maps-1,90", ",10m", "maps-3,soon");

        var ended = (await RunAsync("validate", batch)).Expect(2);

        Assert.All(Enumerable.Range(2, 3), line => Assert.Contains($"faulty.csv:{line}: ", ended.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Standard_input_is_checked_too()
    {
        (await RunWithInputAsync("maps-1\n# a comment\n", "validate", "-", "--format", "txt")).Expect(0);
        (await RunWithInputAsync("maps 1\n{]\n", "validate", "-", "--format", "jsonl")).Expect(2);
    }
}
