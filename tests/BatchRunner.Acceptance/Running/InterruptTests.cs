using BatchRunner.Acceptance.Fixture;
using BatchRunner.Sandbox;
using Xunit.Abstractions;

namespace BatchRunner.Acceptance.Running;

public sealed class InterruptTests(ITestOutputHelper log) : ProgramTest
{
    /// <summary>The program is to be gone within 2 s; a machine that is busy with other tests gets more.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    private IEnumerable<SandboxRun> Stuck => Sandbox.Runs.Where(run => run.Task.StartsWith("stuck-", StringComparison.Ordinal));

    [Theory]
    [InlineData(nameof(Signal.Interrupt), 130)]
    [InlineData(nameof(Signal.Terminate), 143)]
    public async Task Rule_5_an_interrupted_batch_leaves_a_summary_of_every_row(string signal, int exitCode)
    {
        await ServeAsync(Scenarios.Quick with { Plan = 5 });
        string[] tasks = [.. Enumerable.Range(1, 8).Select(number => $"maps-{number}"), .. Enumerable.Range(9, 32).Select(number => $"stuck-{number}")];
        var program = Start("run", Write("night.txt", tasks), "-o", "out", "-v", "--rate", "500", "--max-concurrent", "5");
        await Until.HoldsAsync("the plan is full of runs that never end", () => Stuck.Count() == 5);
        await Task.WhenAll(Stuck.Select(run => program.WarnedAsync(run.Slug)));

        var took = await SignalAsync(program, Enum.Parse<Signal>(signal), exitCode);

        Assert.True(took < Bound, $"it took {took.TotalSeconds:0.00} s");
        Assert.Equal(tasks, Summary.Column("target"));
        Assert.Equal(Enumerable.Repeat("succeeded", 8), Summary.Column("status").Take(8));
        Assert.Equal(27, Summary.Rows.Count(row => row["status"] == "not_started"));
        Assert.Equal(
            Stuck.Select(run => (run.Task, run.Slug)).Order(),
            Summary.Rows.Where(row => row["status"] == "running").Select(row => (row["target"], row["run_slug"])).Order());
        Assert.Equal(exitCode, Summary.Json.GetProperty("exit_code").GetInt32());
        Assert.Equal((5, 0), (Sandbox.Stats.Running, Sandbox.Stats.Calls.Abort));
    }

    [Fact]
    public async Task Rule_5_a_start_that_is_not_answered_in_time_is_not_waited_for_and_not_forgotten()
    {
        await ServeAsync(Scenarios.Quick with { Latency = new(4000, 4000) });
        var program = Start(["run", Write("slow.txt", "maps-1", "maps-2"), "-o", "out", .. Brisk]);
        await Until.HoldsAsync("two starts under way", () => Sandbox.Stats.Calls.Start == 2);

        var took = await SignalAsync(program, Signal.Interrupt, 130);

        Assert.True(took < Bound, $"it took {took.TotalSeconds:0.00} s");
        Assert.Equal(["in_doubt", "in_doubt"], Summary.Column("status"));
        Assert.Equal(2, Sandbox.Stats.RunsCreated);
    }

    [Fact]
    public async Task Rule_5_an_interrupt_before_the_first_start_leaves_a_summary_too()
    {
        await ServeAsync(Scenarios.Quick with { Latency = new(30_000, 30_000) });
        var program = Start(["run", Write("slow.txt", "maps-1", "maps-2"), "-o", "out", .. Brisk]);
        await Until.HoldsAsync("a first call under way", () => Sandbox.Stats.Calls.Total == 1);

        var took = await SignalAsync(program, Signal.Interrupt, 130);

        Assert.True(took < Bound, $"it took {took.TotalSeconds:0.00} s");
        Assert.Equal(["not_started", "not_started"], Summary.Column("status"));
        Assert.Equal(1, Sandbox.Stats.Calls.Total);
    }

    [Fact]
    public async Task A_second_signal_does_not_wait_for_an_answer()
    {
        await ServeAsync(Scenarios.Quick with { Latency = new(3000, 3000) });
        var program = Start(["run", Write("slow.txt", "maps-1", "maps-2"), "-o", "out", .. Brisk]);
        await Until.HoldsAsync("a start under way", () => Sandbox.Stats.Calls.Start > 0);

        program.Signal(Signal.Interrupt);
        await program.WarnedAsync("interrupted");
        await SignalAsync(program, Signal.Interrupt, 130);

        Assert.False(File.Exists(PathOf("out/summary.csv")), "it went on to the summary");
    }

    [Fact]
    public async Task A_batch_that_is_still_being_typed_can_be_interrupted()
    {
        await ServeAsync(Scenarios.Quick);
        var program = Start(["run", "-", "--format", "txt", "-o", "out"]);
        await Until.HoldsAsync("the batch directory", () => Directory.Exists(OutputFolder));

        await SignalAsync(program, Signal.Interrupt, 130);

        Assert.False(Directory.Exists(OutputFolder));
        Assert.Equal(0, Sandbox.Stats.Calls.Total);
    }

    [Fact]
    public async Task A_killed_batch_has_started_nothing_twice_and_left_nothing_half_written()
    {
        await ServeAsync(Scenarios.Quick);
        var tasks = Enumerable.Range(1, 30).Select(number => $"maps-{number}").ToArray();
        var program = Start(["run", Write("kill.txt", tasks), "-o", "out", "--collect", "jsonl", .. Brisk]);
        await Until.HoldsAsync("half of the runs", () => Sandbox.Stats.RunsCreated >= 15);

        await SignalAsync(program, Signal.Kill, 137);

        Assert.All(Sandbox.Stats.RunsPerTask, task => Assert.Equal(1, task.Value));
        Assert.False(File.Exists(PathOf("out/summary.csv")));
        foreach (var file in Directory.Exists(PathOf("out/results")) ? Directory.GetFiles(PathOf("out/results"), "*.jsonl") : [])
        {
            var run = Sandbox.Runs.Single(run => Path.GetFileName(file).EndsWith($"-{run.Task}.jsonl", StringComparison.Ordinal));
            Assert.Equal(run.Results, (await File.ReadAllLinesAsync(file)).Length);
        }
    }

    private async Task<TimeSpan> SignalAsync(ProgramRun program, Signal signal, int exitCode)
    {
        var sentAt = TimeProvider.System.GetTimestamp();
        program.Signal(signal);
        (await program.EndAsync()).Expect(exitCode);
        var took = TimeProvider.System.GetElapsedTime(sentAt);
        log.WriteLine($"{signal}: gone after {took.TotalSeconds:0.00} s");
        return took;
    }
}
