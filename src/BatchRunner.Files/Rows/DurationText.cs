using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchRunner.Files;

/// <summary>Lengths of time as people write them: <c>500ms</c>, <c>90s</c>, <c>10m</c>, <c>2h</c>, <c>1h30m</c>.</summary>
public static partial class DurationText
{
    /// <summary>Completes the sentence "write …".</summary>
    public const string Grammar = "a number with its unit, such as 500ms, 90s, 10m, 2h or 1h30m (at most 720h)";

    private const long LongestMilliseconds = 720L * 3_600_000;

    /// <summary>False for what is not a length of time, is zero, or is longer than 30 days.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var match = Parts().Match(text);
        if (!match.Success)
            return false;
        var milliseconds =
            (3_600_000 * Number(match, "h")) + (60_000 * Number(match, "m")) + (1_000 * Number(match, "s")) + Number(match, "ms");
        if (milliseconds is <= 0 or > LongestMilliseconds)
            return false;
        duration = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    private static long Number(Match match, string unit) =>
        match.Groups[unit] is { Success: true } group ? long.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?:(?<h>[0-9]{1,9})h)?(?:(?<m>[0-9]{1,9})m)?(?:(?<s>[0-9]{1,9})s)?(?:(?<ms>[0-9]{1,9})ms)?\\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
