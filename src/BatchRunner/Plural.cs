using System.Globalization;

namespace BatchRunner;

/// <summary>Numbers with their noun, for people.</summary>
internal static class Plural
{
    /// <summary>E.g. <c>1 row</c>, <c>2 rows</c>.</summary>
    public static string Of(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
