using BatchRunner.Acceptance.Fixture;
using BatchRunner.Sandbox;

namespace BatchRunner.Acceptance.Running;

public sealed class TimeoutTests : ProgramTest
{
    [Theory]
    [InlineData(CancelledEnd.Aborted)]
    [InlineData(CancelledEnd.Failed)]
    public async Task A_run_that_lives_too_long_is_aborted_and_not_run_again(CancelledEnd end)
    {
        await ServeAsync(Scenarios.Quick with { Switches = new Switches { CancelledEndsAs = end, CancelledAfter = 0.2 } });
        var batch = Write("times.csv", "task_id,timeout", "stuck-1,", "maps-2,", "stuck-3,1h");

        var program = Start(["run", batch, "-o", "out", "--run-timeout", "1s", "-v", .. Brisk]);
        await Until.HoldsAsync("the abort of the run", () => Sandbox.Stats.Calls.Abort == 1);
        await program.WarnedAsync("row 1: timed_out");
        program.Signal(Signal.Interrupt);
        (await program.EndAsync()).Expect(130);

        Assert.Equal(["timed_out", "succeeded", "running"], Summary.Column("status"));
        Assert.Equal(("timeout", "1"), (Summary["stuck-1"]["error_code"], Summary["stuck-1"]["attempts"]));
        Assert.Equal((3, 1), (Sandbox.Stats.RunsCreated, Sandbox.Stats.Calls.Abort));
        Assert.Equal(Sandbox.Runs.Single(run => run.Task == "stuck-1").Usage.ToString(), Summary["stuck-1"]["usage"]);
    }
}
