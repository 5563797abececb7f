using Akka.Actor;
using Akka.TestKit;
using BatchRunner.Core.Api;
using BatchRunner.Engine.Aggregator;
using BatchRunner.Engine.Watcher;
using static BatchRunner.Engine.Watcher.WatcherProtocol;

namespace BatchRunner.Engine.Tests.Watcher;

public sealed class WatcherActorTests : EngineSpec
{
    private readonly ScriptedCoreClaw _coreClaw = new();
    private readonly TestProbe _aggregator;

    public WatcherActorTests() => _aggregator = CreateTestProbe("aggregator");

    private IActorRef Watcher()
    {
        var (time, aggregator) = (Time, _aggregator.Ref);
        return Sys.ActorOf(Props.Create(() => new WatcherActor(_coreClaw, time, aggregator)));
    }

    [Fact]
    public void One_page_tells_the_ends_of_many_runs_each_to_the_row_that_asked()
    {
        _coreClaw.List = _ => new RunPage(2, [Given.Report("run-2", RunStatus.Failed, "boom"), Given.Report("run-1", RunStatus.Succeeded)]);
        var (watcher, one, two) = (Watcher(), CreateTestProbe(), CreateTestProbe());
        watcher.Tell(new Watch("run-1", Time.GetUtcNow()), one.Ref);
        watcher.Tell(new Watch("run-2", Time.GetUtcNow()), two.Ref);

        LetTimeGoByUntil(() => !_coreClaw.Calls.IsEmpty);

        Assert.Equal(RunStatus.Succeeded, one.ExpectMsg<RunSeenOver>().Report.Status);
        Assert.Equal("boom", two.ExpectMsg<RunSeenOver>().Report.ErrorMessage);
        Assert.Equal(["list 1"], _coreClaw.Calls);
    }

    [Fact]
    public void A_run_that_the_list_leaves_out_is_asked_for_by_itself()
    {
        _coreClaw.List = _ => new RunPage(0, []);
        _coreClaw.Detail = slug => Given.Report(slug, RunStatus.Succeeded);
        var (watcher, row) = (Watcher(), CreateTestProbe());
        watcher.Tell(new Watch("run-1", Time.GetUtcNow() - TimeSpan.FromMinutes(1)), row.Ref);

        LetTimeGoByUntil(() => _coreClaw.Calls.Contains("detail run-1"));

        row.ExpectMsg<RunSeenOver>();
    }

    [Fact]
    public void A_run_that_CoreClaw_does_not_know_for_a_minute_is_told_as_gone()
    {
        _coreClaw.List = _ => new RunPage(0, []);
        _coreClaw.Detail = _ => throw new CoreClawException(new ApiFailure.NotFound(Given.Facts(70001)));
        var (watcher, row) = (Watcher(), CreateTestProbe());
        var since = Time.GetUtcNow();
        watcher.Tell(new Watch("run-1", since), row.Ref);

        LetTimeGoByUntil(() => row.HasMessages, stepSeconds: 1);

        row.ExpectMsg<RunGone>();
        Assert.True(Time.GetUtcNow() - since >= TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_run_that_a_lagging_replica_does_not_know_yet_is_not_lost()
    {
        _coreClaw.List = _ => new RunPage(0, []);
        var asked = 0;
        _coreClaw.Detail = slug => ++asked == 1
            ? throw new CoreClawException(new ApiFailure.NotFound(Given.Facts(70001)))
            : Given.Report(slug, RunStatus.Succeeded);
        var (watcher, row) = (Watcher(), CreateTestProbe());
        watcher.Tell(new Watch("run-1", Time.GetUtcNow()), row.Ref);

        LetTimeGoByUntil(() => row.HasMessages);

        row.ExpectMsg<RunSeenOver>();
    }

    [Fact]
    public void A_run_that_cannot_be_read_does_not_hide_the_others()
    {
        _coreClaw.List = _ => new RunPage(0, []);
        _coreClaw.Detail = slug => slug == "run-1"
            ? throw new CoreClawException(new ApiFailure.Malformed(Given.Facts()))
            : Given.Report(slug, RunStatus.Succeeded);
        var (watcher, one, two) = (Watcher(), CreateTestProbe(), CreateTestProbe());
        var since = Time.GetUtcNow() - TimeSpan.FromMinutes(1);
        watcher.Tell(new Watch("run-1", since), one.Ref);
        watcher.Tell(new Watch("run-2", since), two.Ref);

        LetTimeGoByUntil(() => two.HasMessages);

        two.ExpectMsg<RunSeenOver>();
        _aggregator.ExpectMsg<AggregatorProtocol.Notice>();
    }

    [Fact]
    public void Where_the_list_cannot_be_read_each_run_is_asked_for_by_itself()
    {
        _coreClaw.List = _ => throw new CoreClawException(new ApiFailure.Malformed(Given.Facts()));
        _coreClaw.Detail = slug => Given.Report(slug, RunStatus.Succeeded);
        var (watcher, row) = (Watcher(), CreateTestProbe());
        watcher.Tell(new Watch("run-1", Time.GetUtcNow() - TimeSpan.FromMinutes(1)), row.Ref);

        LetTimeGoByUntil(() => row.HasMessages);

        row.ExpectMsg<RunSeenOver>();
    }

    [Fact]
    public void A_few_runs_on_the_second_page_cost_a_second_page_and_no_more()
    {
        var all = Enumerable.Range(0, 5000).Select(age => Ulid.Of(Time.GetUtcNow() - TimeSpan.FromSeconds(age))).ToList();
        _coreClaw.List = query => new RunPage(
            all.Count, [.. all.Skip((query.Page - 1) * 100).Take(100).Select(slug => Given.Report(slug, RunStatus.Running))]);
        var watcher = Watcher();
        var since = Time.GetUtcNow() - TimeSpan.FromMinutes(5);
        foreach (var slug in all.Take(47).Concat(all.Skip(150).Take(3)))
        {
            watcher.Tell(new Watch(slug, since), TestActor);
        }

        LetTimeGoByUntil(() => _coreClaw.Calls.Count >= 5);

        Assert.Equal(["list 1", "list 2", "list 1", "list 2"], _coreClaw.Calls.Take(4));
    }

    [Fact]
    public void A_look_that_fails_is_followed_by_the_next()
    {
        var looks = 0;
        _coreClaw.List = _ => ++looks == 1
            ? throw new CoreClawException(new ApiFailure.TransientRead(Given.Facts()))
            : new RunPage(1, [Given.Report("run-1", RunStatus.Succeeded)]);
        var (watcher, row) = (Watcher(), CreateTestProbe());
        watcher.Tell(new Watch("run-1", Time.GetUtcNow()), row.Ref);

        LetTimeGoByUntil(() => looks == 2);

        row.ExpectMsg<RunSeenOver>();
        _aggregator.ExpectMsg<AggregatorProtocol.Notice>();
    }

    [Fact]
    public void Nothing_is_asked_while_nothing_is_followed()
    {
        _coreClaw.List = _ => new RunPage(1, [Given.Report("run-1", RunStatus.Succeeded)]);
        var (watcher, row) = (Watcher(), CreateTestProbe());
        watcher.Tell(new Watch("run-1", Time.GetUtcNow()), row.Ref);
        LetTimeGoByUntil(() => row.HasMessages);

        Clock.Advance(TimeSpan.FromHours(1));
        watcher.Tell(new Watch("run-2", Time.GetUtcNow()), row.Ref);
        LetTimeGoByUntil(() => _coreClaw.Calls.Count == 2);

        Assert.Equal(["list 1", "list 1"], _coreClaw.Calls);
    }
}
