using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Runs;

namespace BatchRunner.Engine.Run;

/// <summary>What every row's actor works with.</summary>
internal sealed record RunServices(
    IActorRef Throttle,
    IActorRef Watcher,
    IActorRef Doubts,
    IActorRef Aggregator,
    ICoreClaw Api,
    IJournal Journal,
    ResultCollector Collector,
    RunPolicy Policy,
    TimeProvider Time,
    int Seed);
