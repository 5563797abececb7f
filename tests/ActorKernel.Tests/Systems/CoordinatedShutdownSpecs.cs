using System.Collections.Concurrent;
using ActorKernel.Tests.Actors;
using Akka;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Systems;

public class CoordinatedShutdownSpecs : TestKit
{
    [Fact]
    public async Task Phases_run_in_order_and_end_with_the_system()
    {
        var ran = new ConcurrentQueue<string>();
        var shutdown = CoordinatedShutdown.Get(Sys);
        foreach (var phase in new[]
        {
            CoordinatedShutdown.PhaseBeforeActorSystemTerminate,
            CoordinatedShutdown.PhaseServiceStop,
            CoordinatedShutdown.PhaseServiceRequestsDone,
            CoordinatedShutdown.PhaseServiceUnbind,
            CoordinatedShutdown.PhaseBeforeServiceUnbind,
        })
        {
            shutdown.AddTask(phase, "note", () =>
            {
                ran.Enqueue(phase);
                return Task.FromResult(Done.Instance);
            });
        }

        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);

        Assert.Equal(
            ["before-service-unbind", "service-unbind", "service-requests-done", "service-stop", "before-actor-system-terminate"], ran);
        Assert.True(Sys.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task A_phase_waits_for_all_its_tasks()
    {
        var first = new TaskCompletionSource<Done>(TaskCreationOptions.RunContinuationsAsynchronously);
        var shutdown = CoordinatedShutdown.Get(Sys);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "slow", () => first.Task);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "quick", () => Report("quick"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "next", () => Report("next"));

        var run = shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);

        ExpectMsg("quick");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        first.SetResult(Done.Instance);
        ExpectMsg("next");
        await run;
    }

    [Fact]
    public async Task A_task_that_fails_does_not_keep_the_others_from_running()
    {
        var shutdown = CoordinatedShutdown.Get(Sys);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "broken", () => Task.FromException<Done>(new InvalidOperationException("broken")));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "next", () => Report("next"));

        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);

        ExpectMsg("next");
    }

    [Fact]
    public async Task It_runs_only_once_and_remembers_why()
    {
        var shutdown = CoordinatedShutdown.Get(Sys);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "note", () => Report("ran"));
        Assert.Null(shutdown.ShutdownReason);

        await shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance);
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);

        ExpectMsg("ran");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        Assert.Same(CoordinatedShutdown.ClrExitReason.Instance, shutdown.ShutdownReason);
    }

    [Fact]
    public async Task Actors_are_alive_until_the_last_phase()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>());
        var answer = string.Empty;
        CoordinatedShutdown.Get(Sys).AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "ask", async () =>
        {
            answer = await actor.Ask<string>("alive", TimeSpan.FromSeconds(4));
            return Done.Instance;
        });

        await CoordinatedShutdown.Get(Sys).Run(CoordinatedShutdown.UnknownReason.Instance);

        Assert.Equal("alive", answer);
    }

    [Fact]
    public async Task Terminating_the_system_runs_it()
    {
        CoordinatedShutdown.Get(Sys).AddTask(CoordinatedShutdown.PhaseServiceStop, "note", () => Report("ran"));

        await Sys.Terminate();

        ExpectMsg("ran");
    }

    private Task<Done> Report(string what)
    {
        TestActor.Tell(what, ActorRefs.NoSender);
        return Task.FromResult(Done.Instance);
    }
}
