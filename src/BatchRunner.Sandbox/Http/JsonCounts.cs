using System.Globalization;
using System.Text.Json;

namespace BatchRunner.Sandbox.Http;

internal static class JsonCounts
{
    /// <summary>A count, as a number or, by switch, as a string.</summary>
    public static void WriteCount(this Utf8JsonWriter writer, string name, long value, Switches switches)
    {
        if (switches.CountsAsStrings)
        {
            writer.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNumber(name, value);
        }
    }
}
