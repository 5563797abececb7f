using BatchRunner.Acceptance.Fixture;
using BatchRunner.Sandbox;

namespace BatchRunner.Acceptance.Running;

public sealed class LostReplyTests : ProgramTest
{
    [Fact]
    public async Task Rule_2_a_run_whose_start_was_not_answered_is_found_again_and_not_doubled()
    {
        await ServeAsync(Scenarios.QuickWith(
            new ScenarioRule { Match = "dropped", Worker = "a~one", Lose = LoseReply.After },
            new ScenarioRule { Match = "gateway", Worker = "a~two", Status5xx = 502, Html = true },
            new ScenarioRule { Match = "error", Worker = "a~three", Status5xx = 500 },
            new ScenarioRule { Match = "torn", Worker = "a~four", Cut = true }));
        string[] tasks = ["maps-1", "dropped", "gateway", "error", "torn", "maps-2"];

        (await RunBatchAsync(Write("lost.txt", tasks))).Expect(0);

        Assert.Equal(4, Sandbox.Stats.LostReplies);
        Assert.Equal(tasks.Order(), Sandbox.Stats.RunsPerTask.Keys.Order());
        Assert.All(Sandbox.Stats.RunsPerTask, task => Assert.Equal(1, task.Value));
        Assert.All(Sandbox.Runs, run => Assert.Equal(run.Slug, Summary[run.Task]["run_slug"]));
        Assert.All(Summary.Rows, row => Assert.Equal(("succeeded", "1"), (row["status"], row["attempts"])));
    }

    [Fact]
    public async Task Rule_2_a_rerun_that_was_not_answered_is_found_again_too()
    {
        await ServeAsync(Scenarios.QuickWith(new ScenarioRule { Match = "ill", Worker = "a~one", FailFirst = 1, Lose = LoseReply.After }));

        (await RunBatchAsync(Write("rerun.txt", "ill"))).Expect(0);

        Assert.Equal(2, Sandbox.Stats.RunsPerTask["ill"]);
        Assert.Equal((1, 1), (Sandbox.Stats.Calls.Start, Sandbox.Stats.Calls.Rerun));
        Assert.Equal("2", Summary["ill"]["attempts"]);
        Assert.Equal(Sandbox.Stats.UsageTotal, Summary.Usage);
    }

    [Fact]
    public async Task Rule_2_a_start_of_which_no_run_is_found_is_not_sent_again()
    {
        await ServeAsync(Scenarios.QuickWith(new ScenarioRule { Match = "vanished", Worker = "a~one", Lose = LoseReply.Before }));

        (await RunBatchAsync(Write("vanished.txt", "maps-1", "vanished", "maps-2"))).Expect(4);

        Assert.Equal(["succeeded", "in_doubt", "succeeded"], Summary.Column("status"));
        Assert.Equal(("lost_reply", "0", ""), (Summary["vanished"]["error_code"], Summary["vanished"]["attempts"], Summary["vanished"]["run_slug"]));
        Assert.Contains("look there before running this row again", Summary["vanished"]["error"], StringComparison.Ordinal);
        Assert.Equal(3, Sandbox.Stats.Calls.Start);
        Assert.DoesNotContain("vanished", Sandbox.Stats.RunsPerTask.Keys);
    }
}
