namespace BatchRunner.Sandbox.Model;

/// <param name="Type">1 debug, 2 info, 3 warning, 4 error.</param>
/// <param name="Content">The line.</param>
/// <param name="At">When it was written.</param>
internal readonly record struct LogEntry(int Type, string Content, DateTimeOffset At);

/// <summary>What a run wrote: a few lines of the platform inline, and the Worker's own in the whole log.</summary>
internal static class RunLog
{
    public static IEnumerable<LogEntry> Inline(RunView run)
    {
        yield return new(2, "SYSTEM: Preparing the execution environment.", run.Run.CreatedAt);
        if (run.StartedAt is { } started)
        {
            yield return new(2, "SYSTEM: Running...", started);
        }

        if (run.StoppedAt is { } stopped)
        {
            yield return run.State switch
            {
                RunState.Succeeded => new(2, "SYSTEM: Finished.", stopped),
                RunState.Failed => new(4, $"SYSTEM: Failed: {run.Error}", stopped),
                _ => new(3, "SYSTEM: Aborted.", stopped),
            };
        }
    }

    public static IEnumerable<LogEntry> Whole(RunView run)
    {
        foreach (var entry in Inline(run))
        {
            if (entry.Type == 4)
            {
                yield return new(4, $"Traceback (most recent call last):\n  File \"main.py\", line 42, in run\nWorkerError: {run.Error}", entry.At);
            }

            yield return entry;
        }
    }
}
