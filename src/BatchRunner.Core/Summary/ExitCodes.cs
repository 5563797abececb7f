namespace BatchRunner.Core.Summary;

/// <summary>The exit codes of the program: one table, repeated in the help of each command.</summary>
public static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Finished, and at least one row did not succeed.</summary>
    public const int RowsFailed = 1;

    /// <summary>Wrong usage, faulty batch file, no key, unwritable output: nothing was started.</summary>
    public const int Usage = 2;

    /// <summary>CoreClaw refuses the account: credentials or balance.</summary>
    public const int AccountRefused = 3;

    /// <summary>At least one row is in doubt.</summary>
    public const int InDoubt = 4;

    /// <summary>Stopped by a limit that the user set.</summary>
    public const int LimitReached = 5;

    /// <summary>A bug of ours.</summary>
    public const int Bug = 70;

    public const int Interrupted = 130;

    public const int Terminated = 143;

    /// <summary>The graver of two reasons to stop, by the order in which one beats the other.</summary>
    public static int Graver(int? one, int other) =>
        Array.Find([Interrupted, Terminated, Bug, AccountRefused, LimitReached], code => code == one || code == other);

    /// <summary>The code of a batch, by what ended it and how its rows stand; the gravest reason wins.</summary>
    /// <param name="stop">The code of what ended the batch before its time; null where it went to its end.</param>
    /// <param name="counts">How its rows stand.</param>
    public static int Of(int? stop, IReadOnlyDictionary<RowStatus, int> counts)
    {
        if (stop is Interrupted or Terminated or Bug or AccountRefused or LimitReached)
        {
            return stop.Value;
        }

        if (counts[RowStatus.InDoubt] > 0)
        {
            return InDoubt;
        }

        return counts.Where(count => count.Key != RowStatus.Succeeded).Any(count => count.Value > 0) ? RowsFailed : Success;
    }
}
