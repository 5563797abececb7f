using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Calls;
using BatchRunner.Core.Pacing;
using BatchRunner.Engine.Throttle;

namespace BatchRunner.Engine.Tests.Throttle;

public sealed class GatedCoreClawTests : EngineSpec
{
    private readonly ScriptedCoreClaw _coreClaw = new();
    private readonly CallCounter _counter = new();
    private readonly GatedCoreClaw _api;

    public GatedCoreClawTests()
    {
        var (time, chance) = (Time, new Random(1));
        var (pace, limit) = (Pace.Limited(100), SlotLimit.Auto);
        var throttle = Sys.ActorOf(Props.Create(() => new ThrottleActor(_coreClaw, _counter, pace, limit, time, chance, ActorRefs.Nobody)));
        _api = new GatedCoreClaw(_coreClaw, _counter, throttle, GatedCoreClaw.PatientTries);
    }

    private static RunPage Page => new(0, []);

    [Fact]
    public async Task Rule_4_a_refusal_for_the_pace_is_waited_out_and_is_no_failure()
    {
        var replies = new Queue<ApiFailure?>([new ApiFailure.RateLimited(Given.Facts(13000)), new ApiFailure.RateLimited(Given.Facts(13000)), null]);
        _coreClaw.List = _ => replies.Dequeue() is { } failure ? throw new CoreClawException(failure) : Page;

        var call = _api.ListRunsAsync(new RunQuery(), CancellationToken.None);
        LetTimeGoByUntil(() => call.IsCompleted);

        Assert.Empty((await call).Runs);
        Assert.Equal(3, _counter.Read().List);
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again_a_few_times_only()
    {
        _coreClaw.List = _ => throw new CoreClawException(new ApiFailure.TransientRead(Given.Facts()));

        var call = _api.ListRunsAsync(new RunQuery(), CancellationToken.None);
        LetTimeGoByUntil(() => call.IsCompleted);

        await Assert.ThrowsAsync<CoreClawException>(() => call);
        Assert.Equal(7, _counter.Read().List);
    }

    [Fact]
    public async Task Rule_10_a_lasting_failure_is_not_tried_again()
    {
        _coreClaw.Detail = _ => throw new CoreClawException(new ApiFailure.NotFound(Given.Facts(70001)));

        var error = await Assert.ThrowsAsync<CoreClawException>(() => _api.GetRunAsync("run-1", CancellationToken.None));

        Assert.IsType<ApiFailure.NotFound>(error.Failure);
        Assert.Equal(1, _counter.Read().Detail);
    }
}
