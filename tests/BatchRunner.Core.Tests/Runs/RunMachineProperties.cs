using BatchRunner.Core.Api;
using BatchRunner.Core.Doubts;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace BatchRunner.Core.Tests.Runs;

/// <summary>What holds after any inputs in any order.</summary>
public sealed class RunMachineProperties
{
    private static readonly RunMachine Machine = new(Given.Row, new RunPolicy { MaxAttempts = 3, CollectFormat = "csv" });

    private static readonly Arbitrary<RunInput[]> Inputs = Gen.Elements<RunInput>(
        new RunInput.StartGranted(),
        new RunInput.StartAnswered("run-1"),
        new RunInput.StartAnswered("run-2"),
        new RunInput.StartFailed(new ApiFailure.UnknownFate(Given.Facts())),
        new RunInput.StartFailed(new ApiFailure.RateLimited(Given.Facts(13000))),
        new RunInput.StartFailed(new ApiFailure.PlanLimited(Given.Facts(30003))),
        new RunInput.StartFailed(new ApiFailure.NotSent(Given.Facts())),
        new RunInput.StartFailed(new ApiFailure.Invalid(Given.Facts(11000))),
        new RunInput.LookedUp(new DoubtVerdict.Adopt("run-1")),
        new RunInput.LookedUp(new DoubtVerdict.Undecided("who knows")),
        new RunInput.RunOver(Given.Report("run-1", RunStatus.Failed, "boom")),
        new RunInput.RunOver(Given.Report("run-2", RunStatus.Succeeded)),
        new RunInput.RunOver(Given.Report("run-1", RunStatus.Aborting)),
        new RunInput.Explained(Given.Report("run-1", RunStatus.Failed)),
        new RunInput.TimeoutDue("run-1"),
        new RunInput.TimeoutDue("run-2"),
        new RunInput.Collected("results/1.csv")).ArrayOf().ToArbitrary();

    [Fact]
    public void Rule_1_no_order_goes_out_without_its_intent_in_the_same_decision() =>
        Prop.ForAll(Inputs, inputs => Walk(inputs).All(step =>
            step.Decision.Effects.OfType<RunEffect.SendStart>().Count() <= step.Decision.Events.OfType<RowEvent.StartIntended>().Count()))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Rule_2_no_order_goes_out_while_a_start_is_open_or_a_run_is_alive() =>
        Prop.ForAll(Inputs, inputs => Walk(inputs).All(step =>
            step.Before.Phase == RowPhase.Waiting || !step.Decision.Effects.OfType<RunEffect.SendStart>().Any()))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Rule_5_a_row_ends_at_most_once() =>
        Prop.ForAll(Inputs, inputs => Walk(inputs).SelectMany(step => step.Decision.Events).OfType<RowEvent.RowEnded>().Count() <= 1)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Attempts_count_the_runs_that_were_created() =>
        Prop.ForAll(Inputs, inputs =>
        {
            var steps = Walk(inputs).ToList();
            return steps.Count == 0
                || steps[^1].After.Attempts == steps.SelectMany(step => step.Decision.Events).OfType<RowEvent.RunStarted>().Count();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rule_6_the_state_read_back_from_the_events_is_the_state_that_was_lived() =>
        Prop.ForAll(Inputs, inputs =>
        {
            var steps = Walk(inputs).ToList();
            var events = steps.SelectMany(step => step.Decision.Events);
            return steps.Count == 0 || steps[^1].After == events.Aggregate(RowState.Fresh(1), (state, e) => state.Apply(e));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rule_9_the_same_inputs_at_the_same_moments_give_the_same_decisions() =>
        Prop.ForAll(Inputs, inputs => Told(inputs).SequenceEqual(Told(inputs))).QuickCheckThrowOnFailure();

    private static IEnumerable<object> Told(RunInput[] inputs) =>
        Walk(inputs).SelectMany(step => step.Decision.Events.Cast<object>().Concat(step.Decision.Effects));

    private static IEnumerable<(RowState Before, Decision Decision, RowState After)> Walk(RunInput[] inputs)
    {
        var (state, now) = (RowState.Fresh(1), Given.Noon);
        foreach (var input in inputs)
        {
            var decision = Machine.Decide(state, input, now);
            var after = decision.Events.Aggregate(state, (current, e) => current.Apply(e));
            yield return (state, decision, after);
            (state, now) = (after, now + TimeSpan.FromSeconds(1));
        }
    }
}
