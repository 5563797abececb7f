namespace BatchRunner.Sandbox;

/// <summary>Reads that fail now and then, as they do when a gateway is ill.</summary>
public sealed record ReadTrouble
{
    /// <summary>The share of reads that fail, 0 to 1.</summary>
    public required double Chance { get; init; }

    /// <summary>Their HTTP status, 500 to 599.</summary>
    public int Status { get; init; } = 502;

    /// <summary>Whether the body is an HTML page; otherwise it is CoreClaw's own error.</summary>
    public bool Html { get; init; } = true;
}

/// <summary>Other people's runs in the same account: they take slots and fill the run list.</summary>
public sealed record ForeignRuns
{
    /// <summary>How many are running at any time: when one ends, the next begins.</summary>
    public required int Runs { get; init; }

    /// <summary>Seconds that each runs.</summary>
    public Between Duration { get; init; } = new(5, 20);
}
