using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Doubts;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Runs;
using BatchRunner.Core.Summary;
using BatchRunner.Engine.Doubt;

namespace BatchRunner.Engine.Tests.Doubt;

public sealed class DoubtActorTests : EngineSpec
{
    private readonly ScriptedCoreClaw _coreClaw = new();
    private readonly InMemoryJournal _journal = new();

    private IActorRef Doubts()
    {
        var time = Time;
        return Sys.ActorOf(Props.Create(() => new DoubtActor(_coreClaw, _journal, time)));
    }

    /// <summary>A row whose start has just been lost.</summary>
    private async Task<DoubtProtocol.LookUp> Lost(int number = 1)
    {
        var now = Time.GetUtcNow();
        await _journal.AppendAsync(
            [new RowEvent.StartIntended(number, now), new RowEvent.StartLost(number, now, new ErrorNote("lost_reply", "no reply"))],
            CancellationToken.None);
        return new DoubtProtocol.LookUp(Given.Row(number), await _journal.ReadRowAsync(number, CancellationToken.None));
    }

    [Fact]
    public async Task Rule_2_the_one_run_of_that_moment_is_adopted()
    {
        var slug = Ulid.Of(Time.GetUtcNow());
        _coreClaw.List = _ => new RunPage(1, [Given.Report(slug, RunStatus.Running)]);

        Doubts().Tell(await Lost(), TestActor);

        Assert.Equal(new DoubtVerdict.Adopt(slug), ExpectMsg<DoubtProtocol.StartLookedUp>().Verdict);
    }

    [Fact]
    public async Task Rule_2_a_run_that_another_row_owns_is_no_candidate()
    {
        var slug = Ulid.Of(Time.GetUtcNow());
        await _journal.AppendAsync([new RowEvent.RunStarted(7, Time.GetUtcNow(), slug, Adopted: false)], CancellationToken.None);
        _coreClaw.List = _ => new RunPage(1, [Given.Report(slug, RunStatus.Running)]);

        Doubts().Tell(await Lost(), TestActor);
        LetTimeGoByUntil(() => HasMessages);

        Assert.IsType<DoubtVerdict.Undecided>(ExpectMsg<DoubtProtocol.StartLookedUp>().Verdict);
    }

    [Fact]
    public async Task A_list_that_lags_behind_is_read_again()
    {
        var slug = Ulid.Of(Time.GetUtcNow());
        var looks = 0;
        _coreClaw.List = _ => ++looks < 3 ? new RunPage(0, []) : new RunPage(1, [Given.Report(slug, RunStatus.Running)]);

        Doubts().Tell(await Lost(), TestActor);
        LetTimeGoByUntil(() => HasMessages);

        Assert.Equal(new DoubtVerdict.Adopt(slug), ExpectMsg<DoubtProtocol.StartLookedUp>().Verdict);
        Assert.Equal(3, looks);
    }

    [Fact]
    public async Task Rule_2_a_start_that_still_waits_for_its_answer_is_waited_for()
    {
        var slug = Ulid.Of(Time.GetUtcNow());
        _coreClaw.List = _ => new RunPage(1, [Given.Report(slug, RunStatus.Running)]);
        await _journal.AppendAsync([new RowEvent.StartIntended(2, Time.GetUtcNow())], CancellationToken.None);
        Doubts().Tell(await Lost(), TestActor);
        LetTimeGoByUntil(() => _coreClaw.Calls.Count(call => call == "list 1") > DoubtResolver.Looks + 1);
        Assert.False(HasMessages);

        await _journal.AppendAsync([new RowEvent.StartWithdrawn(2, Time.GetUtcNow(), new ErrorNote("30003", "full"))], CancellationToken.None);
        LetTimeGoByUntil(() => HasMessages);

        Assert.Equal(new DoubtVerdict.Adopt(slug), ExpectMsg<DoubtProtocol.StartLookedUp>().Verdict);
    }

    [Fact]
    public async Task Rule_2_of_two_starts_in_doubt_the_second_does_not_adopt_what_may_be_the_firsts()
    {
        var slug = Ulid.Of(Time.GetUtcNow());
        _coreClaw.List = _ => new RunPage(1, [Given.Report(slug, RunStatus.Running)]);
        var (first, second) = (await Lost(1), await Lost(2));
        var (doubts, one, two) = (Doubts(), CreateTestProbe(), CreateTestProbe());
        doubts.Tell(first, one.Ref);
        LetTimeGoByUntil(() => one.HasMessages);
        Assert.IsType<DoubtVerdict.Undecided>(one.ExpectMsg<DoubtProtocol.StartLookedUp>().Verdict);
        await _journal.AppendAsync(
            [new RowEvent.RowEnded(1, Time.GetUtcNow(), RowStatus.InDoubt, new ErrorNote("lost_reply", "?"), "")], CancellationToken.None);

        doubts.Tell(second, two.Ref);
        LetTimeGoByUntil(() => two.HasMessages);

        Assert.IsType<DoubtVerdict.Undecided>(two.ExpectMsg<DoubtProtocol.StartLookedUp>().Verdict);
    }

    [Fact]
    public async Task A_start_of_a_task_that_is_gone_is_not_asked_about_for_ever()
    {
        _coreClaw.SavedTask = _ => throw new CoreClawException(new ApiFailure.NotFound(Given.Facts(60001)));
        _coreClaw.List = _ => new RunPage(0, []);

        Doubts().Tell(await Lost(), TestActor);
        LetTimeGoByUntil(() => HasMessages);

        Assert.IsType<DoubtVerdict.Undecided>(ExpectMsg<DoubtProtocol.StartLookedUp>().Verdict);
        Assert.Equal(DoubtResolver.Looks, _coreClaw.Calls.Count(call => call == "list 1"));
    }

    [Fact]
    public void A_start_at_the_edge_of_a_month_is_looked_for_in_both_months()
    {
        var months = new List<DateTimeOffset>();
        _coreClaw.List = query =>
        {
            months.Add(query.Days!.Value.From);
            return new RunPage(0, []);
        };
        var midnight = new DateTimeOffset(2026, 9, 1, 0, 0, 0, BeijingTime.Offset);
        var state = RowState.Fresh(1)
            .Apply(new RowEvent.StartIntended(1, midnight - TimeSpan.FromSeconds(1)))
            .Apply(new RowEvent.StartLost(1, midnight + TimeSpan.FromSeconds(1), new ErrorNote("lost_reply", "?")));

        Doubts().Tell(new DoubtProtocol.LookUp(Given.Row(1), state), TestActor);
        LetTimeGoByUntil(() => HasMessages);

        Assert.Equal([8, 9], months.Take(2).Select(day => day.ToOffset(BeijingTime.Offset).Month));
    }

    [Fact]
    public async Task An_outage_is_outlasted()
    {
        var slug = Ulid.Of(Time.GetUtcNow());
        var looks = 0;
        _coreClaw.List = _ => ++looks < 20
            ? throw new CoreClawException(new ApiFailure.TransientRead(Given.Facts()))
            : new RunPage(1, [Given.Report(slug, RunStatus.Running)]);

        Doubts().Tell(await Lost(), TestActor);
        LetTimeGoByUntil(() => HasMessages, stepSeconds: 5);

        Assert.Equal(new DoubtVerdict.Adopt(slug), ExpectMsg<DoubtProtocol.StartLookedUp>().Verdict);
    }
}
