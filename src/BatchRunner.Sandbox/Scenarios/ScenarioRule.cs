namespace BatchRunner.Sandbox;

/// <summary>How the tasks with a matching id behave. What a rule leaves out is taken from <see cref="RunDefaults"/>.</summary>
public sealed record ScenarioRule
{
    /// <summary>A task id, or a Worker's name, in which <c>*</c> stands for anything and <c>?</c> for one character.</summary>
    public required string Match { get; init; }

    /// <summary>Seconds in <c>running</c>.</summary>
    public Between? Duration { get; init; }

    /// <summary>Seconds in <c>ready</c>.</summary>
    public double? Ready { get; init; }

    /// <summary>So many first runs of the task fail.</summary>
    public int FailFirst { get; init; }

    /// <summary>Every run fails.</summary>
    public bool FailAlways { get; init; }

    /// <summary>The share of runs that fail by chance, 0 to 1.</summary>
    public double FailChance { get; init; }

    /// <summary>The error text of a failed run.</summary>
    public string? Error { get; init; }

    /// <summary>Result rows of a run that succeeds.</summary>
    public Between? Results { get; init; }

    /// <summary>USD that a run costs.</summary>
    public Between? Usage { get; init; }

    /// <summary>The Worker behind the task, as <c>owner~name</c>.</summary>
    public string? Worker { get; init; }

    /// <summary>Starts and reruns are refused: no run, no cost.</summary>
    public RefuseRule? Refuse { get; init; }

    /// <summary>When the reply to a start or rerun goes wrong: before a run was created, or after. With nothing else, the connection drops.</summary>
    public LoseReply? Lose { get; init; }

    /// <summary>The reply has this HTTP status (500 to 599) in place of the run's slug.</summary>
    public int? Status5xx { get; init; }

    /// <summary>The body of a <see cref="Status5xx"/> reply is an HTML page, as gateways send it.</summary>
    public bool Html { get; init; }

    /// <summary>The reply's body ends half-way.</summary>
    public bool Cut { get; init; }

    /// <summary>The share of starts and reruns whose reply goes wrong, 0 to 1.</summary>
    public double Chance { get; init; } = 1;
}

/// <summary>When a reply goes wrong.</summary>
public enum LoseReply
{
    /// <summary>No run was created.</summary>
    Before,

    /// <summary>The run was created, and goes on.</summary>
    After,
}

/// <summary>A refusal in CoreClaw's own words.</summary>
public sealed record RefuseRule
{
    /// <summary>CoreClaw's application code, such as 60001.</summary>
    public required int Code { get; init; }

    /// <summary>The HTTP status.</summary>
    public int Http { get; init; } = 400;

    /// <summary>The message; null = CoreClaw's usual text for the code.</summary>
    public string? Message { get; init; }

    /// <summary>The details.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
