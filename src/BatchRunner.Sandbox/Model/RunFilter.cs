namespace BatchRunner.Sandbox.Model;

/// <summary>Which page of the run list is asked for.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Runs a page.</param>
internal sealed record RunFilter(int Page, int Limit)
{
    public string? WorkerId { get; init; }

    public RunState? State { get; init; }

    /// <summary>Unix seconds of the first instant and of the last day; null = the current month.</summary>
    public (long Start, long End)? Times { get; init; }
}

/// <summary>What really happened, for the stats.</summary>
/// <param name="Runs">The caller's own runs, oldest first.</param>
/// <param name="PerTask">Runs created by task or Worker, reruns included.</param>
/// <param name="Ready">Own runs in <c>ready</c>.</param>
/// <param name="Running">Own runs in <c>running</c>.</param>
/// <param name="Peak">The most own runs that ever held slots at one time.</param>
/// <param name="ForeignRunning">Other people's runs now.</param>
/// <param name="Reruns">Reruns among the runs.</param>
/// <param name="LostReplies">Starts and reruns whose reply did not arrive whole.</param>
/// <param name="EarlyCalls">Calls that came before a Retry-After was over.</param>
internal sealed record PlatformFacts(
    RunView[] Runs,
    IReadOnlyDictionary<string, int> PerTask,
    int Ready,
    int Running,
    int Peak,
    int ForeignRunning,
    long Reruns,
    long LostReplies,
    long EarlyCalls);
