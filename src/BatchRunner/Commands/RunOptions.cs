using BatchRunner.Connection;
using BatchRunner.Core.Pacing;
using BatchRunner.Core.Runs;
using BatchRunner.Running;
using BatchRunner.Terminals;

namespace BatchRunner.Commands;

/// <summary>What the user asked <c>run</c> to do; see docs/cli.md for each option.</summary>
internal sealed record RunOptions
{
    public required BatchInput Batch { get; init; }

    /// <summary>Null: a new directory under <c>runs/</c>.</summary>
    public string? Output { get; init; }

    public required SlotLimit Slots { get; init; }

    public required Pace Pace { get; init; }

    public required RunPolicy Policy { get; init; }

    public bool Sandbox { get; init; }

    /// <summary>Runs at once of the sandbox; null: its own default.</summary>
    public int? SandboxPlan { get; init; }

    public bool DryRun { get; init; }

    /// <summary><c>summary.json</c> on standard output instead of the path of <c>summary.csv</c>.</summary>
    public bool Json { get; init; }

    public Verbosity Verbosity { get; init; } = Verbosity.Normal;

    public required ConnectionFlags Connection { get; init; }
}
