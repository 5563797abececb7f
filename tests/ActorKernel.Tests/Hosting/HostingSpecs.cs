using ActorKernel.Tests.Actors;
using Akka;
using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ActorKernel.Tests.Hosting;

public class HostingSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Actors_start_with_the_host_and_are_found_by_their_key()
    {
        using var host = await Start(akka => akka.WithActors((system, registry) =>
            registry.Register<Echo>(system.ActorOf(Props.Create<Echo>(), "echo"))));

        var required = host.Services.GetRequiredService<IRequiredActor<Echo>>();

        Assert.Equal("hello", await required.ActorRef.Ask<string>("hello", Patience));
        Assert.Equal(required.ActorRef, await required.GetAsync(CancellationToken.None));
        Assert.Equal("hosted", host.Services.GetRequiredService<ActorSystem>().Name);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_stop_of_the_host_runs_the_coordinated_shutdown()
    {
        var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = await Start(akka => akka.AddStartup((system, _) =>
            CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseServiceRequestsDone, "note", () =>
            {
                ran.SetResult();
                return Task.FromResult(Done.Instance);
            })));
        var system = host.Services.GetRequiredService<ActorSystem>();

        await host.StopAsync();

        Assert.True(ran.Task.IsCompleted);
        Assert.True(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task The_resolver_fills_a_constructor_from_the_services()
    {
        using var host = await Start(akka => akka.WithActors((system, registry, resolver) =>
            registry.Register<Greeter>(system.ActorOf(resolver.Props<Greeter>("Ada"), "greeter"))));

        var greeter = host.Services.GetRequiredService<IRequiredActor<Greeter>>().ActorRef;

        Assert.Equal("Hello, Ada", await greeter.Ask<string>("greet", Patience));
        await host.StopAsync();
    }

    [Fact]
    public async Task Startup_comes_after_the_actors()
    {
        IActorRef? seen = null;
        using var host = await Start(akka => akka
            .AddStartup((_, registry) => seen = registry.Get<Echo>())
            .WithActors((system, registry) => registry.Register<Echo>(system.ActorOf(Props.Create<Echo>()))));

        Assert.Equal(host.Services.GetRequiredService<IActorRegistry>().Get<Echo>(), seen);
        await host.StopAsync();
    }

    [Fact]
    public async Task The_services_are_at_hand_while_the_system_is_configured()
    {
        var greeting = string.Empty;
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new Greeting("Hi"));
        builder.Services.AddAkka("hosted", (_, services) => greeting = services.GetRequiredService<Greeting>().Text);
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        Assert.Equal("Hi", greeting);
    }

    [Fact]
    public async Task A_system_that_ends_by_itself_stops_the_host()
    {
        using var host = await Start(_ => { });
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);

        await host.Services.GetRequiredService<ActorSystem>().Terminate();

        await stopping.Task.WaitAsync(Patience);
    }

    private static async Task<IHost> Start(Action<AkkaConfigurationBuilder> configure)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new Greeting("Hello"));
        builder.Services.AddAkka("hosted", configure);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private sealed record Greeting(string Text);

    private sealed class Greeter : ReceiveActor
    {
        public Greeter(string name, Greeting greeting)
        {
            ReceiveAny(_ => Sender.Tell($"{greeting.Text}, {name}"));
        }
    }
}
