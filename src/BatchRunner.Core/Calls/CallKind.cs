namespace BatchRunner.Core.Calls;

/// <summary>The kinds of calls that the summary counts.</summary>
public enum CallKind
{
    Start,
    Rerun,
    List,
    Detail,
    Result,
    Export,
    Log,
    Abort,
    Other,
}

public static class CallKinds
{
    /// <summary>
    /// How long a call of this kind can wait before it is as pressing as any: the queue serves what is due first, so the
    /// urgent goes first and nothing starves.
    /// </summary>
    public static TimeSpan Patience(this CallKind kind) =>
        kind switch
        {
            CallKind.Abort => TimeSpan.Zero,
            CallKind.Start or CallKind.Rerun => TimeSpan.FromSeconds(1),
            CallKind.List or CallKind.Detail or CallKind.Other => TimeSpan.FromSeconds(3),
            _ => TimeSpan.FromSeconds(10),
        };
}
