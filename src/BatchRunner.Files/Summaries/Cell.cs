using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchRunner.Files;

/// <summary>Values as they stand in a CSV cell.</summary>
internal static partial class Cell
{
    /// <summary>Text that a spreadsheet would run as a formula gets a <c>'</c> in front; plain numbers stay as they are.</summary>
    public static string Of(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !PlainNumber().IsMatch(text) ? "'" + text : text;

    public static string Of(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Exact and without exponent; the number of decimals stays.</summary>
    public static string Of(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Seconds with three decimals.</summary>
    public static string Of(TimeSpan? time) => time is { } some ? Seconds(some).ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>ISO 8601 in UTC, to the second.</summary>
    public static string Of(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Seconds as a number that prints with three decimals.</summary>
    public static decimal Seconds(TimeSpan time) =>
        decimal.Round(time.Ticks / (decimal)TimeSpan.TicksPerSecond, 3, MidpointRounding.AwayFromZero) + 0.000m;

    [GeneratedRegex(@"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainNumber();
}
