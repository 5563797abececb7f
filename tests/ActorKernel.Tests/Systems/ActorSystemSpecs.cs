using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Systems;

public class ActorSystemSpecs : TestKit
{
    [Fact]
    public async Task Terminate_stops_every_actor()
    {
        var system = ActorSystem.Create("short-lived");
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        system.ActorOf(Props.Create(() => new Leaver(stopped)));

        await system.Terminate();

        Assert.True(stopped.Task.IsCompletedSuccessfully);
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Code_can_wait_for_the_end()
    {
        var system = ActorSystem.Create("short-lived");
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        system.RegisterOnTermination(called.SetResult);

        await system.Terminate();

        await called.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task After_the_end_no_actor_can_be_made()
    {
        var system = ActorSystem.Create("short-lived");

        await system.Terminate();

        Assert.ThrowsAny<Exception>(() => system.ActorOf(Props.Create<Echo>()));
    }

    [Fact]
    public void A_system_stops_an_actor()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Echo>()));

        Sys.Stop(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void Many_threads_can_make_actors_at_once()
    {
        var made = new IActorRef[8][];
        var threads = Enumerable.Range(0, made.Length)
            .Select(thread => new Thread(() => made[thread] = [.. Enumerable.Range(0, 50).Select(_ => Sys.ActorOf(Props.Create<Echo>()))]))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(400, made.SelectMany(refs => refs).Select(actor => actor.Path.Name).Distinct(StringComparer.Ordinal).Count());
    }

    private sealed class Leaver(TaskCompletionSource stopped) : ReceiveActor
    {
        protected override void PostStop() => stopped.SetResult();
    }
}
