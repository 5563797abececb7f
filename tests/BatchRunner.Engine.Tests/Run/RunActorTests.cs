using Akka.Actor;
using Akka.TestKit;
using BatchRunner.Core.Api;
using BatchRunner.Core.Calls;
using BatchRunner.Core.Doubts;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Runs;
using BatchRunner.Core.Summary;
using BatchRunner.Engine.Doubt;
using BatchRunner.Engine.Run;
using BatchRunner.Engine.Throttle;
using BatchRunner.Engine.Watcher;

namespace BatchRunner.Engine.Tests.Run;

public sealed class RunActorTests : EngineSpec
{
    private readonly ScriptedCoreClaw _coreClaw = new() { Start = _ => Task.FromResult("run-1") };
    private readonly HeldJournal _journal = new();
    private readonly FilesInMemory _files = new();
    private readonly TestProbe _throttle;
    private readonly TestProbe _watcher;
    private readonly TestProbe _doubts;
    private readonly TestProbe _aggregator;
    private readonly TestProbe _supervisor;
    private readonly IActorRef _confirming;

    public RunActorTests()
    {
        (_throttle, _watcher, _doubts) = (CreateTestProbe("throttle"), CreateTestProbe("watcher"), CreateTestProbe("doubts"));
        (_aggregator, _supervisor) = (CreateTestProbe("aggregator"), CreateTestProbe("supervisor"));
        var throttle = _throttle.Ref;
        _confirming = Sys.ActorOf(Props.Create(() => new Confirming(throttle)));
    }

    private IActorRef Row(RunPolicy? policy = null, ScriptedDownloads? downloads = null)
    {
        var services = new RunServices(
            _throttle.Ref, _watcher.Ref, _doubts.Ref, _aggregator.Ref, _coreClaw, _journal,
            new ResultCollector(_coreClaw, downloads ?? new ScriptedDownloads(), _files, Time),
            policy ?? new RunPolicy { MaxAttempts = 2 }, Time, 1);
        var parent = _supervisor.Ref;
        return Sys.ActorOf(Props.Create(() => new ForwardingParent(parent, services)));
    }

    private StartPermit Permit() => new(1, _coreClaw, new CallCounter(), _confirming);

    private IActorRef AskedForStart()
    {
        LetTimeGoByUntil(() => _throttle.HasMessages);
        _throttle.FishForMessage<ThrottleProtocol.RequestStart>(_ => true);
        return _throttle.LastSender;
    }

    /// <summary>The row asks for a start, gets it, and follows the run.</summary>
    private IActorRef StartedRow()
    {
        var row = AskedForStart();
        _throttle.Reply(new ThrottleProtocol.StartGranted(Permit()));
        _watcher.ExpectMsg<WatcherProtocol.Watch>();
        return row;
    }

    [Fact]
    public void Rule_1_the_start_is_sent_only_when_its_intent_is_durable()
    {
        Row();
        AskedForStart();
        _journal.Hold();

        _throttle.Reply(new ThrottleProtocol.StartGranted(Permit()));
        AwaitCondition(() => _journal.Waiting == 1);
        Assert.Empty(_coreClaw.Calls);

        _journal.Release();
        AwaitAssert(() => Assert.Equal(["start task-1"], _coreClaw.Calls));
    }

    [Fact]
    public void Rule_1_a_start_whose_intent_cannot_be_recorded_is_never_sent()
    {
        Row();
        AskedForStart();
        Watch(_throttle.LastSender);
        _journal.Fail(times: 1);

        _throttle.Reply(new ThrottleProtocol.StartGranted(Permit()));

        ExpectTerminated(_throttle.LastSender);
        Assert.Empty(_coreClaw.Calls);
    }

    [Fact]
    public void A_run_that_succeeds_ends_the_row_and_frees_its_slot()
    {
        Row();
        var row = StartedRow();
        _throttle.FishForMessage<ThrottleProtocol.StartSettled>(_ => true);

        row.Tell(new WatcherProtocol.RunSeenOver(Given.Report("run-1", RunStatus.Succeeded)));

        Assert.Equal(RowStatus.Succeeded, _supervisor.ExpectMsg<RunProtocol.RowFinished>().Status);
        _throttle.FishForMessage<ThrottleProtocol.ReleaseSlot>(_ => true);
        Assert.IsType<RowEvent.RowEnded>(_journal.Events.Last());
    }

    [Fact]
    public void A_failed_run_is_rerun_after_its_delay_and_not_before()
    {
        Row(new RunPolicy { MaxAttempts = 2, RerunDelay = TimeSpan.FromSeconds(10) });
        var row = StartedRow();
        row.Tell(new WatcherProtocol.RunSeenOver(Given.Report("run-1", RunStatus.Failed, "boom")));
        _throttle.FishForMessage<ThrottleProtocol.ReleaseSlot>(_ => true);

        Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(_throttle.HasMessages);
        AskedForStart();
        _coreClaw.Start = _ => Task.FromResult("run-2");
        _throttle.Reply(new ThrottleProtocol.StartGranted(Permit()));

        Assert.Equal("run-2", _watcher.ExpectMsg<WatcherProtocol.Watch>().RunSlug);
        Assert.Equal(["start task-1", "start again run-1"], _coreClaw.Calls);
    }

    [Fact]
    public void Rule_2_a_lost_start_is_looked_up_and_the_row_goes_on_with_what_was_found()
    {
        _coreClaw.Start = _ => throw new CoreClawException(new ApiFailure.UnknownFate(Given.Facts()));
        Row();
        AskedForStart();
        _throttle.Reply(new ThrottleProtocol.StartGranted(Permit()));

        _doubts.ExpectMsg<DoubtProtocol.LookUp>();
        _doubts.Reply(new DoubtProtocol.StartLookedUp(new DoubtVerdict.Adopt("run-7")));

        Assert.Equal("run-7", _watcher.ExpectMsg<WatcherProtocol.Watch>().RunSlug);
        Assert.Equal(["start task-1"], _coreClaw.Calls);
    }

    [Fact]
    public async Task Rule_6_a_row_that_is_taken_up_again_follows_its_living_run_and_starts_nothing()
    {
        await _journal.AppendAsync(
            [new RowEvent.StartIntended(1, Time.GetUtcNow()), new RowEvent.RunStarted(1, Time.GetUtcNow(), "run-5", Adopted: false)],
            CancellationToken.None);

        Row();

        Assert.Equal("run-5", _watcher.ExpectMsg<WatcherProtocol.Watch>().RunSlug);
        _throttle.FishForMessage<ThrottleProtocol.HoldSlot>(_ => true);
        Assert.Empty(_coreClaw.Calls);
    }

    [Fact]
    public void Results_are_fetched_again_with_a_fresh_link_when_the_storage_host_hangs_up()
    {
        Row(new RunPolicy { CollectFormat = "jsonl" }, new ScriptedDownloads(failures: 2));
        var row = StartedRow();
        row.Tell(new WatcherProtocol.RunSeenOver(Given.Report("run-1", RunStatus.Succeeded)));

        LetTimeGoByUntil(() => _supervisor.HasMessages);

        Assert.Equal(RowStatus.Succeeded, _supervisor.ExpectMsg<RunProtocol.RowFinished>().Status);
        Assert.Equal(3, _coreClaw.Calls.Count(call => call == "export run-1 jsonl"));
        Assert.Equal("{}\n"u8.ToArray(), _files.Results["results/1.jsonl"]);
    }

    [Fact]
    public void A_run_that_outlives_its_time_is_aborted()
    {
        Row(new RunPolicy { RunTimeout = TimeSpan.FromSeconds(30) });
        var row = StartedRow();

        LetTimeGoByUntil(() => _coreClaw.Calls.Contains("abort run-1"), stepSeconds: 1);
        row.Tell(new WatcherProtocol.RunSeenOver(Given.Report("run-1", RunStatus.Aborted)));

        Assert.Equal(RowStatus.TimedOut, _supervisor.ExpectMsg<RunProtocol.RowFinished>().Status);
    }

    [Fact]
    public async Task An_overdue_run_that_is_taken_up_again_is_aborted_again()
    {
        var now = Time.GetUtcNow();
        await _journal.AppendAsync(
            [new RowEvent.StartIntended(1, now), new RowEvent.RunStarted(1, now, "run-5", Adopted: false), new RowEvent.RunOverdue(1, now)],
            CancellationToken.None);

        Row(new RunPolicy { RunTimeout = TimeSpan.FromSeconds(1) });

        LetTimeGoByUntil(() => _coreClaw.Calls.Contains("abort run-5"));
    }

    [Fact]
    public void A_last_failure_without_a_reason_takes_it_from_the_log()
    {
        _coreClaw.Log = _ => new RunLog(null, [
            new LogLine(LogLineLevel.Info, "SYSTEM: Running...", null), new LogLine(LogLineLevel.Error, "HTTP 403", null)]);
        Row(new RunPolicy { MaxAttempts = 1 });
        var row = StartedRow();

        row.Tell(new WatcherProtocol.RunSeenOver(Given.Report("run-1", RunStatus.Failed)));

        _supervisor.ExpectMsg<RunProtocol.RowFinished>();
        Assert.Equal("HTTP 403", Assert.IsType<RowEvent.RowEnded>(_journal.Events.Last()).Why!.Text);
    }

    [Fact]
    public void A_shelved_row_with_a_living_run_follows_it_to_its_end_and_is_not_rerun()
    {
        Row();
        var row = StartedRow();

        row.Tell(new RunProtocol.Shelve());
        row.Tell(new WatcherProtocol.RunSeenOver(Given.Report("run-1", RunStatus.Failed, "boom")));
        LetTimeGoByUntil(() => _supervisor.HasMessages);

        _supervisor.ExpectMsg<RunProtocol.RowShelved>();
        Assert.Equal(["start task-1"], _coreClaw.Calls);
    }

    [Fact]
    public void A_shelved_row_that_waits_for_its_start_goes_at_once()
    {
        Row();
        AskedForStart();

        _throttle.Reply(new RunProtocol.Shelve());

        _supervisor.ExpectMsg<RunProtocol.RowShelved>();
    }
}
