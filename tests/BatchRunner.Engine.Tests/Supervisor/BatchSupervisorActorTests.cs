using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Pacing;
using BatchRunner.Core.Runs;
using BatchRunner.Core.Summary;
using BatchRunner.Engine.Supervisor;
using static BatchRunner.Engine.Supervisor.BatchProtocol;

namespace BatchRunner.Engine.Tests.Supervisor;

public sealed class BatchSupervisorActorTests : EngineSpec
{
    private readonly ScriptedCoreClaw _coreClaw = new();
    private readonly HeldJournal _journal = new();
    private readonly FilesInMemory _files = new();
    private readonly Listening _observer = new();
    private Rows _batch = new(0);

    public BatchSupervisorActorTests()
    {
        // Each task's run is called after it and is over when it is first looked at.
        _coreClaw.Start = order => Task.FromResult($"run-{((StartOrder.RunTask)order).TaskId}");
        _coreClaw.List = _ => Page(RunStatus.Succeeded);
    }

    private RunPage Page(RunStatus status)
    {
        var runs = _coreClaw.Calls.Where(call => call.StartsWith("start task", StringComparison.Ordinal))
            .Select(call => Given.Report($"run-{call["start ".Length..]}", status, "boom")).ToList();
        return new RunPage(runs.Count, runs);
    }

    private IActorRef Supervisor(int rows, int slots = 3, double rate = 50, int attempts = 1)
    {
        _batch = new Rows(rows);
        var job = new BatchJob
        {
            Batch = _batch,
            Directory = "runs/test",
            Api = _coreClaw,
            Starter = _coreClaw,
            Downloads = new ScriptedDownloads(),
            Files = _files,
            Journal = _journal,
            Observer = _observer,
            Policy = new RunPolicy { MaxAttempts = attempts },
            Pace = Pace.Limited(rate),
            Slots = SlotLimit.Given(slots),
            Time = Time,
            Seed = 1,
        };
        var supervisor = Sys.ActorOf(Props.Create(() => new BatchSupervisorActor(job)));
        supervisor.Tell(new RunBatch(), TestActor);
        return supervisor;
    }

    private BatchSummary Finished()
    {
        LetTimeGoByUntil(() => HasMessages);
        return ExpectMsg<BatchFinished>().Summary;
    }

    private int Starts => _coreClaw.Calls.Count(call => call.StartsWith("start", StringComparison.Ordinal));

    [Fact]
    public void Rule_5_every_row_is_started_once_and_ends_in_one_line()
    {
        Supervisor(rows: 40);

        var summary = Finished();

        Assert.Equal((0, 40, 40), (summary.ExitCode, summary.Counts[RowStatus.Succeeded], Starts));
        Assert.Equal(Enumerable.Range(1, 40), _files.Summary.Select(line => line.Row.Number));
        Assert.InRange(summary.PeakConcurrent, 1, 3);
        Assert.Equal((40, 1), (summary.Calls.Start, summary.Calls.Other));
    }

    [Fact]
    public void Rule_3_every_call_of_a_whole_batch_keeps_to_the_pace_of_the_throttle()
    {
        var began = Clock.Now;
        Supervisor(rows: 12, rate: 2);

        var summary = Finished();

        Assert.Equal(_coreClaw.Calls.Count, summary.Calls.Total);
        Assert.True(
            summary.Calls.Total <= 2 + (2 * (Clock.Now - began).TotalSeconds),
            $"{summary.Calls.Total} calls in {(Clock.Now - began).TotalSeconds} s");
    }

    [Fact]
    public void Rule_7_no_more_rows_are_read_than_can_be_in_flight()
    {
        var most = 0;
        _observer.Heard = progress => most = Math.Max(most, _batch.Read - progress.EndedRows);
        Supervisor(rows: 200, slots: 3, rate: 500);

        Finished();

        Assert.InRange(most, 3, 3 + 8 + 1); // slots, the throttle's lookahead, and the row whose end was not yet counted
    }

    [Fact]
    public void Rule_10_a_refused_key_costs_one_call_and_starts_nothing()
    {
        _coreClaw.Account = () => throw new CoreClawException(new ApiFailure.Credentials(Given.Facts(12002)));
        Supervisor(rows: 5);

        var summary = Finished();

        Assert.Equal((ExitCodes.AccountRefused, 5), (summary.ExitCode, summary.Counts[RowStatus.NotStarted]));
        Assert.Equal(["account"], _coreClaw.Calls);
    }

    [Fact]
    public void An_address_that_is_not_CoreClaw_starts_nothing()
    {
        _coreClaw.Account = () => throw new CoreClawException(new ApiFailure.Malformed(Given.Facts()));
        Supervisor(rows: 5);
        LetTimeGoByUntil(() => HasMessages);

        Assert.Equal(ExitCodes.Usage, ExpectMsg<BatchFailed>().ExitCode);
        Assert.Equal(["account"], _coreClaw.Calls);
    }

    [Fact]
    public void A_gateway_that_is_down_at_the_beginning_is_waited_for()
    {
        var checks = 0;
        _coreClaw.Account = () => ++checks < 10 ? throw new CoreClawException(new ApiFailure.TransientRead(Given.Facts())) : new Account(1, null);
        Supervisor(rows: 2);

        Assert.Equal(2, Finished().Counts[RowStatus.Succeeded]);
        Assert.Equal(10, checks);
    }

    [Fact]
    public void Rule_10_an_empty_balance_stops_starting_and_living_runs_are_followed_to_their_end()
    {
        _coreClaw.Start = order => order is StartOrder.RunTask { TaskId: "task-3" }
            ? throw new CoreClawException(new ApiFailure.Balance(Given.Facts(30001)))
            : Task.FromResult($"run-{((StartOrder.RunTask)order).TaskId}");
        Supervisor(rows: 20);

        var summary = Finished();

        Assert.Equal(ExitCodes.AccountRefused, summary.ExitCode);
        Assert.Equal((RowStatus.NotStarted, "30001"), (_files.Summary[2].Status, _files.Summary[2].ErrorCode));
        Assert.Equal(0, summary.Counts[RowStatus.Running]);
        Assert.Equal(Starts - 1, summary.Counts[RowStatus.Succeeded]);
        Assert.Equal(20 - (Starts - 1), summary.Counts[RowStatus.NotStarted]);
    }

    [Fact]
    public void An_interrupt_leaves_living_runs_alone_and_writes_the_whole_summary()
    {
        _coreClaw.List = _ => Page(RunStatus.Running);
        var supervisor = Supervisor(rows: 10);
        LetTimeGoByUntil(() => _journal.Events.OfType<RowEvent.RunStarted>().Count() == 3);

        supervisor.Tell(new Interrupt(ExitCodes.Interrupted));
        var summary = Finished();

        Assert.Equal(130, summary.ExitCode);
        Assert.Equal((3, 7), (summary.Counts[RowStatus.Running], summary.Counts[RowStatus.NotStarted]));
        Assert.DoesNotContain(_coreClaw.Calls, call => call.StartsWith("abort", StringComparison.Ordinal));
    }

    [Fact]
    public void Rule_2_an_interrupted_start_without_an_answer_is_in_doubt()
    {
        _coreClaw.Start = _ => new TaskCompletionSource<string>().Task;
        var supervisor = Supervisor(rows: 3, slots: 1);
        LetTimeGoByUntil(() => Starts == 1);

        supervisor.Tell(new Interrupt(ExitCodes.Interrupted));
        var summary = Finished();

        Assert.Equal((1, 2), (summary.Counts[RowStatus.InDoubt], summary.Counts[RowStatus.NotStarted]));
    }

    [Fact]
    public void A_row_whose_actor_dies_is_taken_up_again_and_its_run_is_not_started_twice()
    {
        _coreClaw.List = _ => Page(_journal.Events.OfType<RowEvent.RunStarted>().Count() == 1 ? RunStatus.Succeeded : RunStatus.Running);
        Supervisor(rows: 1);
        LetTimeGoByUntil(() => _journal.Events.OfType<RowEvent.RunStarted>().Any());
        _journal.Fail(times: 1);

        var summary = Finished();

        Assert.Equal((0, 1, 1), (summary.ExitCode, summary.Counts[RowStatus.Succeeded], Starts));
    }

    [Fact]
    public void A_row_that_is_taken_up_again_after_a_halt_does_not_wait_for_a_start_that_never_comes()
    {
        _coreClaw.Start = order => order is StartOrder.RunTask { TaskId: "task-2" }
            ? throw new CoreClawException(new ApiFailure.Balance(Given.Facts(30001)))
            : Task.FromResult($"run-{((StartOrder.RunTask)order).TaskId}");
        var status = RunStatus.Running;
        _coreClaw.List = _ => Page(status);
        Supervisor(rows: 10, attempts: 2);
        LetTimeGoByUntil(() => _journal.Events.OfType<RowEvent.StartWithdrawn>().Any());
        _journal.Fail(times: 1);
        status = RunStatus.Failed;

        Assert.Equal(ExitCodes.AccountRefused, Finished().ExitCode);
    }

    [Fact]
    public void A_batch_whose_aggregator_dies_is_answered_and_not_left_hanging()
    {
        _observer.Heard = _ => throw new InvalidOperationException("the terminal is gone");
        Supervisor(rows: 3);
        LetTimeGoByUntil(() => HasMessages);

        Assert.Equal(ExitCodes.Bug, ExpectMsg<BatchFailed>().ExitCode);
    }

    [Fact]
    public void Rule_6_a_journal_that_fails_for_good_ends_the_batch_as_a_bug_and_starts_nothing_unrecorded()
    {
        _journal.Fail(times: int.MaxValue);
        Supervisor(rows: 3);

        Assert.Equal(ExitCodes.Bug, Finished().ExitCode);
        Assert.Equal(0, Starts);
    }
}
