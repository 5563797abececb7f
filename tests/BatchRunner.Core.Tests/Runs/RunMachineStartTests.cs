using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Doubts;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Runs;
using BatchRunner.Core.Summary;

namespace BatchRunner.Core.Tests.Runs;

/// <summary>What becomes of starts and reruns.</summary>
public sealed class RunMachineStartTests
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
    public void Each_kind_of_row_gives_its_own_order()
    {
        Assert.Equal(new StartOrder.RunWorker("owner~w", "{}", "v1.2.6"), OrderOf(new RunTarget.Worker("owner~w", "{}", "v1.2.6")));
        Assert.Equal(new StartOrder.Rerun("old"), OrderOf(new RunTarget.Rerun("old")));

        static StartOrder OrderOf(RunTarget target) =>
            Assert.IsType<RunEffect.SendStart>(Assert.Single(
                Given.Lived(new RunMachine(new BatchRow(1, target), new RunPolicy()), new RunInput.StartGranted()).Last.Effects)).Order;
    }
}
