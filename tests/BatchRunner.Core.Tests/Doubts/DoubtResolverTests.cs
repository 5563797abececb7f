using BatchRunner.Core.Api;
using BatchRunner.Core.Doubts;

namespace BatchRunner.Core.Tests.Doubts;

public sealed class DoubtResolverTests
{
    private static readonly StartDoubt Doubt = new(1, Given.Noon, Given.Noon + TimeSpan.FromSeconds(1), "worker-1");

    private static RunReport RunAt(double seconds, string worker = "worker-1", int number = 1) =>
        Given.Report(Ulid.Of(Given.Noon + TimeSpan.FromSeconds(seconds), number), RunStatus.Running) with { WorkerSlug = worker };

    [Fact]
    public void Rule_2_a_single_run_of_the_moment_and_the_Worker_is_adopted()
    {
        var run = RunAt(0.5);

        Assert.Equal(new DoubtVerdict.Adopt(run.Slug), DoubtResolver.Resolve(Doubt, [run], [], 1));
    }

    [Theory]
    [InlineData(-60, "worker-1")]
    [InlineData(60, "worker-1")]
    [InlineData(0.5, "worker-2")]
    public void Rule_2_a_run_of_another_time_or_another_Worker_is_no_candidate(double seconds, string worker)
    {
        Assert.IsType<DoubtVerdict.LookAgain>(DoubtResolver.Resolve(Doubt, [RunAt(seconds, worker)], [], 1));
        Assert.IsType<DoubtVerdict.Undecided>(DoubtResolver.Resolve(Doubt, [RunAt(seconds, worker)], [], DoubtResolver.Looks));
    }

    [Fact]
    public void Rule_2_a_run_that_somebody_started_by_hand_is_no_candidate()
    {
        var byHand = RunAt(0.5) with { Origin = "web" };

        Assert.IsType<DoubtVerdict.Undecided>(DoubtResolver.Resolve(Doubt, [byHand], [], DoubtResolver.Looks));
    }

    [Fact]
    public void Rule_2_two_candidates_are_both_named_and_none_is_adopted()
    {
        var (one, two) = (RunAt(0.5, number: 1), RunAt(0.6, number: 2));

        var verdict = Assert.IsType<DoubtVerdict.Undecided>(DoubtResolver.Resolve(Doubt, [one, two], [], DoubtResolver.Looks));

        Assert.Contains(one.Slug, verdict.Reason, StringComparison.Ordinal);
        Assert.Contains(two.Slug, verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_2_another_open_start_of_the_same_Worker_and_moment_makes_one_candidate_undecidable()
    {
        var rival = Doubt with { Row = 2 };

        var verdict = Assert.IsType<DoubtVerdict.Undecided>(DoubtResolver.Resolve(Doubt, [RunAt(0.5)], [rival], DoubtResolver.Looks));

        Assert.Contains("row 2", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_2_nothing_is_adopted_where_the_Worker_is_not_known()
    {
        var verdict = DoubtResolver.Resolve(Doubt with { WorkerSlug = null }, [RunAt(0.5)], [], DoubtResolver.Looks);

        Assert.IsType<DoubtVerdict.Undecided>(verdict);
    }

    [Fact]
    public void Another_open_start_of_another_Worker_or_another_hour_does_not_matter()
    {
        var run = RunAt(0.5);
        StartDoubt[] others =
        [
            Doubt with { Row = 2, WorkerSlug = "worker-2" },
            new(3, Given.Noon + TimeSpan.FromHours(1), Given.Noon + TimeSpan.FromHours(1), null),
        ];

        Assert.Equal(new DoubtVerdict.Adopt(run.Slug), DoubtResolver.Resolve(Doubt, [run], others, 1));
    }
}
