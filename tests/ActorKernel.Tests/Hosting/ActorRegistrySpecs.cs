using ActorKernel.Tests.Actors;
using Akka.Actor;
using Akka.Hosting;
using Akka.TestKit.Xunit2;

namespace ActorKernel.Tests.Hosting;

public class ActorRegistrySpecs : TestKit
{
    [Fact]
    public void Each_system_has_one_registry()
    {
        Assert.Same(ActorRegistry.For(Sys), ActorRegistry.For(Sys));
    }

    [Fact]
    public void A_registered_actor_is_found()
    {
        var registry = ActorRegistry.For(Sys);
        registry.Register<Echo>(TestActor);

        Assert.Equal(TestActor, registry.Get<Echo>());
        Assert.True(registry.TryGet<Echo>(out var found));
        Assert.Equal(TestActor, found);
    }

    [Fact]
    public void A_key_that_is_taken_is_only_overwritten_on_demand()
    {
        var registry = ActorRegistry.For(Sys);
        var other = CreateTestProbe().Ref;
        registry.Register<Echo>(TestActor);

        Assert.Throws<DuplicateActorRegistryException>(() => registry.Register<Echo>(other));
        Assert.False(registry.TryRegister<Echo>(other));
        registry.Register<Echo>(other, overwrite: true);

        Assert.Equal(other, registry.Get<Echo>());
    }

    [Fact]
    public void A_key_that_is_free_finds_nobody()
    {
        var registry = ActorRegistry.For(Sys);

        Assert.Throws<MissingActorRegistryEntryException>(() => registry.Get<Echo>());
        Assert.False(registry.TryGet<Echo>(out var found));
        Assert.Equal(ActorRefs.Nobody, found);
    }

    [Fact]
    public async Task One_can_wait_for_an_actor_to_be_registered()
    {
        var registry = ActorRegistry.For(Sys);
        registry.Register<Deaf>(CreateTestProbe().Ref);

        Assert.Equal(registry.Get<Deaf>(), await registry.GetAsync<Deaf>(CancellationToken.None));
    }

    [Fact]
    public async Task Waiting_for_an_actor_can_be_given_up()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = ActorRegistry.For(Sys).GetAsync<Echo>(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
