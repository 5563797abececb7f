using System.Globalization;

namespace BatchRunner.Commands;

/// <summary>
/// <c>--sandbox</c> may be followed by a number, and the parser would take whatever follows for it: in
/// <c>run --sandbox batch.csv</c> the batch is not the plan.
/// </summary>
internal static class SandboxFlag
{
    public static string[] WithoutSwallowing(string[] args)
    {
        var at = Array.IndexOf(args, "--sandbox");
        if (at < 0 || at + 1 >= args.Length || args[at + 1].StartsWith('-')
            || int.TryParse(args[at + 1], NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            return args;
        }

        return [.. args[..at], .. args[(at + 1)..], "--sandbox"];
    }
}
