namespace BatchRunner.Sandbox;

/// <summary>How the local CoreClaw behaves. A file of this shape is read by <see cref="Load"/>; without one, these defaults hold.</summary>
public sealed record Scenario
{
    /// <summary>How many runs the account's plan lets run at once; 0 = no limit.</summary>
    public int Plan { get; init; } = 10;

    /// <summary>API calls per second; 0 = no limit.</summary>
    public double Rate { get; init; } = 20;

    /// <summary>How calls over the rate are told.</summary>
    public RateAlgorithm RateAlgorithm { get; init; } = RateAlgorithm.TokenBucket;

    /// <summary>Calls that may come at one instant after a quiet time; null = one second's worth.</summary>
    public double? Burst { get; init; }

    /// <summary>Seconds for which a rate-limited account is shut out, told in Retry-After; null = no such header.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>How Retry-After is written.</summary>
    public RetryAfterForm RetryAfterAs { get; init; } = RetryAfterForm.Seconds;

    /// <summary>What a run is like where no rule says otherwise.</summary>
    public RunDefaults Defaults { get; init; } = new();

    /// <summary>Milliseconds until a reply leaves; null = at once.</summary>
    public Between? Latency { get; init; }

    /// <summary>Failing reads; null = none.</summary>
    public ReadTrouble? ReadTrouble { get; init; }

    /// <summary>Other people's runs in the same account; null = none.</summary>
    public ForeignRuns? Foreign { get; init; }

    /// <summary>Ids of saved tasks that the task list shows from the beginning; tasks that were run join it.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = ["maps-berlin", "maps-paris", "maps-rome", "prices-books", "flaky-shop", "empty-search"];

    /// <summary>The account's balance in USD.</summary>
    public string Balance { get; init; } = "100.00";

    /// <summary>Ways in which CoreClaw may differ, where its documents are silent or disagree.</summary>
    public Switches Switches { get; init; } = new();

    /// <summary>How single tasks behave. The first rule that matches decides; the built-in rules come after these.</summary>
    public IReadOnlyList<ScenarioRule> Rules { get; init; } = [];

    /// <summary>Reads a scenario file: JSON, in which comments and trailing commas are welcome.</summary>
    /// <exception cref="ScenarioException">The file cannot be read, or something in it makes no sense.</exception>
    public static Scenario Load(string path) => ScenarioFile.Read(path);
}

/// <summary>How calls over the rate are told.</summary>
public enum RateAlgorithm
{
    /// <summary>A bucket that fills evenly and holds one burst.</summary>
    TokenBucket,

    /// <summary>No limit.</summary>
    None,
}

/// <summary>How Retry-After is written.</summary>
public enum RetryAfterForm
{
    /// <summary>As a number of seconds.</summary>
    Seconds,

    /// <summary>As an HTTP date.</summary>
    Date,
}
