using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Calls;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Pacing;
using BatchRunner.Core.Progress;
using BatchRunner.Core.Runs;
using BatchRunner.Core.Summary;

namespace BatchRunner.Engine.Supervisor;

/// <summary>A batch with everything it needs from outside.</summary>
public sealed record BatchJob
{
    public required IBatch Batch { get; init; }

    /// <summary>The batch directory, for the summary.</summary>
    public required string Directory { get; init; }

    /// <summary>The calls that can be repeated; reached only through the throttle.</summary>
    public required ICoreClaw Api { get; init; }

    /// <summary>The calls that create runs; reached only with a permit of the throttle.</summary>
    public required IRunStarter Starter { get; init; }

    public required IDownloads Downloads { get; init; }

    public required IBatchFiles Files { get; init; }

    public required IJournal Journal { get; init; }

    public required IBatchObserver Observer { get; init; }

    public RunPolicy Policy { get; init; } = new();

    /// <summary>Calls per second: learned, or with a ceiling.</summary>
    public Pace Pace { get; init; } = Pace.Auto;

    /// <summary>Runs at once: learned, or given.</summary>
    public SlotLimit Slots { get; init; } = SlotLimit.Auto;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Seeds all chance of the engine.</summary>
    public required int Seed { get; init; }

    internal CallCounter Counter { get; } = new();
}
