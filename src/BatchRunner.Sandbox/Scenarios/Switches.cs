namespace BatchRunner.Sandbox;

/// <summary>Ways in which CoreClaw may differ, where its documents are silent or disagree.</summary>
public sealed record Switches
{
    /// <summary>HTTP status of 30003 (plan limit): 400, 429 or 200.</summary>
    public int PlanLimitHttp { get; init; } = 400;

    /// <summary>HTTP status of 13000 (rate limit): 429 or 200.</summary>
    public int RateLimitHttp { get; init; } = 429;

    /// <summary>The status in which a cancelled run comes to rest.</summary>
    public CancelledEnd CancelledEndsAs { get; init; } = CancelledEnd.Aborting;

    /// <summary>Seconds in <c>aborting</c> before a cancelled run comes to rest elsewhere.</summary>
    public double CancelledAfter { get; init; } = 2;

    /// <summary>Whether a run takes a slot of the plan while it is <c>ready</c>.</summary>
    public bool ReadyHoldsSlot { get; init; }

    /// <summary>Where the error text of a failed run can be read.</summary>
    public ErrorPlace ErrMsgIn { get; init; } = ErrorPlace.List;

    /// <summary>How the inline log lines are written.</summary>
    public LogForm LogEntries { get; init; } = LogForm.Objects;

    /// <summary>Which runs a list begins with.</summary>
    public ListOrder ListOrder { get; init; } = ListOrder.Newest;

    /// <summary>Whether counts come as JSON strings.</summary>
    public bool CountsAsStrings { get; init; }
}

/// <summary>The status in which a cancelled run comes to rest.</summary>
public enum CancelledEnd
{
    /// <summary>It stays <c>aborting</c> for ever.</summary>
    Aborting,

    /// <summary>It becomes <c>aborted</c>.</summary>
    Aborted,

    /// <summary>It becomes <c>failed</c>.</summary>
    Failed,
}

/// <summary>Where the error text of a failed run can be read.</summary>
public enum ErrorPlace
{
    /// <summary>In the run list only.</summary>
    List,

    /// <summary>In the run's detail only.</summary>
    Detail,

    /// <summary>In both.</summary>
    Both,

    /// <summary>In neither; only the log tells.</summary>
    Nowhere,
}

/// <summary>How the inline log lines are written.</summary>
public enum LogForm
{
    /// <summary>As objects with type, group, content and timestamp.</summary>
    Objects,

    /// <summary>As bare strings.</summary>
    Strings,
}

/// <summary>Which runs a list begins with.</summary>
public enum ListOrder
{
    /// <summary>The newest.</summary>
    Newest,

    /// <summary>The oldest.</summary>
    Oldest,
}
