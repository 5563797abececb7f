using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Doubts;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Runs;
using BatchRunner.Core.Summary;

namespace BatchRunner.Core.Tests.Runs;

public sealed class RunMachineTests
{
    private static readonly RunMachine Machine = new(Given.Row, new RunPolicy { MaxAttempts = 2, RerunDelay = TimeSpan.FromSeconds(2) });

    private static RunInput[] Started(string slug = "run-1") => [new RunInput.StartGranted(), new RunInput.StartAnswered(slug)];

    [Fact]
    public void Rule_1_the_intent_of_a_start_is_recorded_before_the_order_goes_out()
    {
        var (_, last) = Given.Lived(Machine, new RunInput.StartGranted());

        Assert.IsType<RowEvent.StartIntended>(Assert.Single(last.Events));
        var sent = Assert.IsType<RunEffect.SendStart>(Assert.Single(last.Effects));
        Assert.Equal(new StartOrder.RunTask("task-1"), sent.Order);
    }

    [Fact]
    public void Rule_2_a_start_whose_answer_is_lost_is_looked_up_and_not_sent_again()
    {
        var (state, last) = Given.Lived(
            Machine, new RunInput.StartGranted(), new RunInput.StartFailed(new ApiFailure.UnknownFate(Given.Facts())));

        Assert.Equal(RowPhase.Lost, state.Phase);
        Assert.IsType<RunEffect.LookUp>(Assert.Single(last.Effects));
    }

    [Fact]
    public void Rule_2_a_start_without_an_answer_is_looked_up_when_the_row_is_taken_up_again()
    {
        var (state, _) = Given.Lived(Machine, new RunInput.StartGranted());

        Assert.IsType<RunEffect.LookUp>(Assert.Single(Machine.TakeUp(state, Given.Noon).Effects));
    }

    [Fact]
    public void Rule_2_a_lost_start_that_cannot_be_told_ends_in_doubt_with_the_candidates_named()
    {
        var (state, last) = Given.Lived(
            Machine,
            new RunInput.StartGranted(),
            new RunInput.StartFailed(new ApiFailure.UnknownFate(Given.Facts(message: "no reply"))),
            new RunInput.LookedUp(new DoubtVerdict.Undecided("it may be A or B")));

        Assert.Equal(RowStatus.InDoubt, state.Status);
        Assert.Equal("no reply; it may be A or B", state.Error!.Text);
        Assert.IsType<RunEffect.Finish>(Assert.Single(last.Effects));
    }

    [Fact]
    public void An_adopted_run_is_followed_like_any_other()
    {
        var (state, last) = Given.Lived(
            Machine,
            new RunInput.StartGranted(),
            new RunInput.StartFailed(new ApiFailure.UnknownFate(Given.Facts())),
            new RunInput.LookedUp(new DoubtVerdict.Adopt("run-9")));

        Assert.Equal(("run-9", RowPhase.Live, 1), (state.RunSlug, state.Phase, state.Attempts));
        Assert.Equal("run-9", Assert.IsType<RunEffect.Follow>(Assert.Single(last.Effects)).RunSlug);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rule_4_a_refusal_at_a_wall_uses_up_no_attempt_and_waits_again(bool rate)
    {
        var facts = Given.Facts(rate ? 13000 : 30003);
        ApiFailure wall = rate ? new ApiFailure.RateLimited(facts) : new ApiFailure.PlanLimited(facts);

        var (state, last) = Given.Lived(Machine, new RunInput.StartGranted(), new RunInput.StartFailed(wall));

        Assert.Equal((RowPhase.Waiting, 0), (state.Phase, state.Attempts));
        Assert.Equal(new RunEffect.AskForStart(TimeSpan.Zero), Assert.Single(last.Effects));
    }

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
    public void Rule_10_a_missing_task_ends_its_row_at_once_with_CoreClaws_own_words()
    {
        var (state, _) = Given.Lived(
            Machine,
            new RunInput.StartGranted(),
            new RunInput.StartFailed(new ApiFailure.NotFound(Given.Facts(60001, "task does not exist"))));

        Assert.Equal((RowStatus.Rejected, 0), (state.Status, state.Attempts));
        Assert.Equal(new ErrorNote("60001", "task does not exist", "req-1"), state.Error);
    }

    [Fact]
    public void A_refused_rerun_leaves_the_row_failed_and_says_both()
    {
        var (state, _) = Given.Lived(Machine, [
            .. Started(), new RunInput.RunOver(Given.Report("run-1", RunStatus.Failed, "boom")),
            new RunInput.StartGranted(), new RunInput.StartFailed(new ApiFailure.Invalid(Given.Facts(70002, "run operation failed")))]);

        Assert.Equal((RowStatus.Failed, 1), (state.Status, state.Attempts));
        Assert.Equal("boom; the rerun was refused: run operation failed", state.Error!.Text);
    }

    [Fact]
    public void Rule_10_refused_credentials_halt_the_batch_and_leave_the_row_not_started()
    {
        var refusal = new ApiFailure.Credentials(Given.Facts(12002));

        var (state, last) = Given.Lived(Machine, new RunInput.StartGranted(), new RunInput.StartFailed(refusal));

        Assert.Equal(RowPhase.Waiting, state.Phase);
        Assert.Equal(new RunEffect.HaltBatch(refusal), Assert.Single(last.Effects));
        Assert.Equal(RowStatus.NotStarted, SummaryProjection.Of(Given.Row, state).Status);
    }

    [Fact]
    public void A_start_that_never_leaves_is_tried_again_with_growing_waits_and_given_up_in_the_end()
    {
        var machine = new RunMachine(Given.Row, new RunPolicy { MaxUnsentStarts = 3 });
        RunInput[] unsent = [new RunInput.StartGranted(), new RunInput.StartFailed(new ApiFailure.NotSent(Given.Facts(message: "refused")))];

        var (_, second) = Given.Lived(machine, [.. unsent, .. unsent]);
        var (state, _) = Given.Lived(machine, [.. unsent, .. unsent, .. unsent]);

        Assert.Equal(new RunEffect.AskForStart(TimeSpan.FromSeconds(2)), Assert.Single(second.Effects));
        Assert.Equal((RowStatus.NotStarted, "network", 0), (state.Status, state.Error!.Code, state.Attempts));
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

    [Fact]
    public void Each_kind_of_row_gives_its_own_order()
    {
        Assert.Equal(new StartOrder.RunWorker("owner~w", "{}", "v1.2.6"), OrderOf(new RunTarget.Worker("owner~w", "{}", "v1.2.6")));
        Assert.Equal(new StartOrder.Rerun("old"), OrderOf(new RunTarget.Rerun("old")));

        static StartOrder OrderOf(RunTarget target) =>
            Assert.IsType<RunEffect.SendStart>(Assert.Single(
                Given.Lived(new RunMachine(new BatchRow(1, target), new RunPolicy()), new RunInput.StartGranted()).Last.Effects)).Order;
    }
}
