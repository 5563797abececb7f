using BatchRunner.Core.Api;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Runs;
using BatchRunner.Core.Summary;

namespace BatchRunner.Core.Tests.Runs;

/// <summary>What becomes of a row when its run ends, or does not.</summary>
public sealed class RunMachineEndTests
{
    private static readonly RunMachine Machine = new(Given.Row, new RunPolicy { MaxAttempts = 2, RerunDelay = TimeSpan.FromSeconds(2) });

    private static RunInput[] Started(string slug = "run-1") => [new RunInput.StartGranted(), new RunInput.StartAnswered(slug)];

    [Fact]
    public void A_failed_run_is_rerun_after_a_wait_and_its_usage_is_kept()
    {
        var (state, last) = Given.Lived(
            Machine, [.. Started(), new RunInput.RunOver(Given.Report("run-1", RunStatus.Failed, "boom"))]);

        Assert.Equal(RowPhase.Waiting, state.Phase);
        Assert.Equal(0.01m, state.Usage);
        Assert.Equal(new RunEffect.AskForStart(TimeSpan.FromSeconds(2)), Assert.Single(last.Effects));
        var order = Assert.IsType<RunEffect.SendStart>(
            Assert.Single(Machine.Decide(state, new RunInput.StartGranted(), Given.Noon).Effects)).Order;
        Assert.Equal(new StartOrder.Rerun("run-1"), order);
    }

    [Fact]
    public void The_last_failed_attempt_ends_the_row_with_the_usage_of_all_attempts()
    {
        var (state, _) = Given.Lived(Machine, [
            .. Started(), new RunInput.RunOver(Given.Report("run-1", RunStatus.Failed, "boom", 0.0100m)),
            .. Started("run-2"), new RunInput.RunOver(Given.Report("run-2", RunStatus.Failed, "boom again", 0.0217m))]);

        Assert.Equal((RowStatus.Failed, 2, "run-2"), (state.Status, state.Attempts, state.RunSlug));
        Assert.Equal(0.0317m, state.Usage);
        Assert.Equal(new ErrorNote("run_failed", "boom again"), state.Error);
    }

    [Fact]
    public void A_last_failure_without_a_reason_is_explained_by_the_log_first()
    {
        var once = new RunMachine(Given.Row, new RunPolicy { MaxAttempts = 1 });
        var silent = Given.Report("run-1", RunStatus.Failed);

        var (_, asked) = Given.Lived(once, [.. Started(), new RunInput.RunOver(silent)]);
        var (state, _) = Given.Lived(
            once, [.. Started(), new RunInput.RunOver(silent), new RunInput.Explained(silent with { ErrorMessage = "HTTP 403" })]);

        Assert.IsType<RowEvent.RunEnded>(Assert.Single(asked.Events));
        Assert.Equal(new RunEffect.Explain(silent), Assert.Single(asked.Effects));
        Assert.Equal("HTTP 403", state.Error!.Text);
    }

    [Fact]
    public void A_row_that_was_interrupted_while_its_log_was_asked_is_explained_and_not_rerun_when_it_is_taken_up()
    {
        var once = new RunMachine(Given.Row, new RunPolicy { MaxAttempts = 1 });
        var silent = Given.Report("run-1", RunStatus.Failed);

        var (state, _) = Given.Lived(once, [.. Started(), new RunInput.RunOver(silent)]);

        Assert.Equal(new RunEffect.Explain(silent), Assert.Single(once.TakeUp(state, Given.Noon).Effects));
    }

    [Fact]
    public void A_timeout_of_an_earlier_run_does_not_touch_the_next()
    {
        var (_, last) = Given.Lived(Machine, [
            .. Started(), new RunInput.RunOver(Given.Report("run-1", RunStatus.Failed, "boom")), .. Started("run-2"),
            new RunInput.TimeoutDue("run-1")]);

        Assert.Equal(Decision.None, last);
    }

    [Fact]
    public void The_abort_of_an_overdue_run_is_sent_again_while_the_run_lives_on()
    {
        var (_, last) = Given.Lived(Machine, [.. Started(), new RunInput.TimeoutDue("run-1"), new RunInput.TimeoutDue("run-1")]);

        Assert.Empty(last.Events);
        Assert.Equal(new RunEffect.Abort("run-1"), Assert.Single(last.Effects));
    }

    [Fact]
    public void A_run_that_is_gone_leaves_no_figures_of_the_attempt_before_it()
    {
        var (state, _) = Given.Lived(Machine, [
            .. Started(), new RunInput.RunOver(Given.Report("run-1", RunStatus.Failed, "boom") with { Results = 5 }),
            .. Started("run-2"), new RunInput.RunGone(new ApiFailure.NotFound(Given.Facts(70001, "run record does not exist")))]);

        var line = SummaryProjection.Of(Given.Row, state);

        Assert.Equal(("run-2", RowStatus.Failed, "70001"), (line.RunSlug, line.Status, line.ErrorCode));
        Assert.Equal((0.01m, null, null), (line.Usage, line.Results, line.Elapsed));
    }

    [Theory]
    [InlineData(RunStatus.Aborted)]
    [InlineData(RunStatus.Aborting)]
    public void An_aborted_run_is_not_rerun(RunStatus status)
    {
        var (state, _) = Given.Lived(Machine, [.. Started(), new RunInput.RunOver(Given.Report("run-1", status))]);

        Assert.Equal(RowStatus.Aborted, state.Status);
    }

    [Fact]
    public void A_run_that_outlives_its_time_is_aborted_and_has_timed_out_however_CoreClaw_shows_it()
    {
        var (asked, abort) = Given.Lived(Machine, [.. Started(), new RunInput.TimeoutDue("run-1")]);
        var (state, _) = Given.Lived(
            Machine, [.. Started(), new RunInput.TimeoutDue("run-1"), new RunInput.RunOver(Given.Report("run-1", RunStatus.Failed, "cancelled"))]);

        Assert.True(asked.IsOverdue);
        Assert.Equal(new RunEffect.Abort("run-1"), Assert.Single(abort.Effects));
        Assert.Equal((RowStatus.TimedOut, "timeout"), (state.Status, state.Error!.Code));
    }

    [Fact]
    public void Results_are_collected_before_the_row_ends()
    {
        var collecting = new RunMachine(Given.Row, new RunPolicy { CollectFormat = "jsonl" });
        RunInput[] over = [.. Started(), new RunInput.RunOver(Given.Report("run-1", RunStatus.Succeeded))];

        var (_, asked) = Given.Lived(collecting, over);
        var (collected, _) = Given.Lived(collecting, [.. over, new RunInput.Collected("results/1-a.jsonl")]);
        var (failed, _) = Given.Lived(
            collecting, [.. over, new RunInput.CollectFailed(new ApiFailure.TransientRead(Given.Facts(message: "cut")))]);

        Assert.Equal(new RunEffect.Collect("run-1", "jsonl"), Assert.Single(asked.Effects));
        Assert.Equal((RowStatus.Succeeded, "results/1-a.jsonl"), (collected.Status, collected.ResultPath));
        Assert.Equal((RowStatus.Failed, "collect_failed"), (failed.Status, failed.Error!.Code));
    }

    [Fact]
    public void An_end_of_an_earlier_run_is_ignored()
    {
        var (_, last) = Given.Lived(Machine, [.. Started("run-2"), new RunInput.RunOver(Given.Report("run-1", RunStatus.Failed, "old"))]);

        Assert.Equal(Decision.None, last);
    }

    [Fact]
    public void A_rows_own_number_of_attempts_beats_the_batchs()
    {
        var once = new RunMachine(Given.Row with { MaxAttempts = 1 }, new RunPolicy { MaxAttempts = 5 });

        var (state, _) = Given.Lived(once, [.. Started(), new RunInput.RunOver(Given.Report("run-1", RunStatus.Failed, "boom"))]);

        Assert.Equal(RowStatus.Failed, state.Status);
    }
}
