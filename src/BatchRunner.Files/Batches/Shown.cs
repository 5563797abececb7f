using System.Globalization;
using System.Text;

namespace BatchRunner.Files;

/// <summary>Quotes a value from a file in a message: short, on one line, and harmless to a terminal.</summary>
internal static class Shown
{
    private const int Limit = 60;

    public static string Value(string value)
    {
        var text = new StringBuilder("'");
        foreach (var rune in value.EnumerateRunes().Take(Limit))
            Append(text, rune);
        if (value.EnumerateRunes().Skip(Limit).Any())
            text.Append('…');
        return text.Append('\'').ToString();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case var other when Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format:
                text.Append(CultureInfo.InvariantCulture, $"\\u{other:x4}");
                break;
            default:
                text.Append(rune.ToString());
                break;
        }
    }
}
