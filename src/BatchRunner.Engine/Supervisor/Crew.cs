using Akka.Actor;
using BatchRunner.Core.Summary;
using BatchRunner.Engine.Aggregator;
using BatchRunner.Engine.Doubt;
using BatchRunner.Engine.Run;
using BatchRunner.Engine.Throttle;
using BatchRunner.Engine.Watcher;

namespace BatchRunner.Engine.Supervisor;

/// <summary>The actors that serve all rows of a batch, and what each row works with.</summary>
internal sealed record Crew(
    IActorRef Throttle, IActorRef Watcher, IActorRef Doubts, IActorRef Aggregator, AccountCheck AccountCheck, RunServices RunServices)
{
    public bool Has(IActorRef actor) => actor.Equals(Throttle) || actor.Equals(Watcher) || actor.Equals(Doubts) || actor.Equals(Aggregator);

    /// <summary>Creates them as watched children of the supervisor.</summary>
    public static Crew Hire(IActorContext context, BatchJob job)
    {
        var chance = new Random(job.Seed);
        var self = context.Self;
        var throttle = context.Watch(context.ActorOf(
            Props.Create(() => new ThrottleActor(job.Starter, job.Counter, job.Pace, job.Slots, job.Time, chance, self)), "throttle"));
        var api = new GatedCoreClaw(job.Api, job.Counter, throttle, GatedCoreClaw.PatientTries);
        var summaries = new SummaryBuilder(job.Journal, job.Files);
        var rows = job.Batch.Count;
        var aggregator = context.Watch(context.ActorOf(
            Props.Create(() => new AggregatorActor(rows, job.Observer, summaries)), "aggregator"));
        var watcher = context.Watch(context.ActorOf(Props.Create(() => new WatcherActor(api, job.Time, aggregator)), "watcher"));
        var doubts = context.Watch(context.ActorOf(Props.Create(() => new DoubtActor(api, job.Journal, job.Time)), "doubts"));
        var collector = new ResultCollector(api, job.Downloads, job.Files, job.Time);
        return new Crew(
            throttle, watcher, doubts, aggregator,
            new AccountCheck(new GatedCoreClaw(job.Api, job.Counter, throttle, GatedCoreClaw.QuickTries), job.Time),
            new RunServices(throttle, watcher, doubts, aggregator, api, job.Journal, collector, job.Policy, job.Time, job.Seed));
    }
}
