using System.CommandLine.Parsing;
using System.Globalization;
using BatchRunner.Core.Pacing;
using BatchRunner.Files;

namespace BatchRunner.Commands;

/// <summary>Readers of option values; a wrong value is told with what would be right.</summary>
internal static class OptionParsers
{
    public static Pace? Pace(ArgumentResult argument)
    {
        var text = TextOf(argument);
        if (text == "auto")
        {
            return Core.Pacing.Pace.Auto;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 100_000
            ? Core.Pacing.Pace.Limited(rate)
            : Wrong<Pace>(argument, "calls per second, such as 5 or 0.5, or auto");
    }

    public static SlotLimit? Slots(ArgumentResult argument)
    {
        var text = TextOf(argument);
        if (text == "auto")
        {
            return SlotLimit.Auto;
        }

        return IsWhole(text, out var runs) && runs is >= 1 and <= 100_000
            ? SlotLimit.Given(runs)
            : Wrong<SlotLimit>(argument, "a number of runs from 1, or auto");
    }

    public static int Attempts(ArgumentResult argument) =>
        IsWhole(TextOf(argument), out var attempts) && attempts is >= 1 and <= 100
            ? attempts
            : Wrong<int>(argument, "a number from 1 to 100");

    public static TimeSpan? Duration(ArgumentResult argument) =>
        DurationText.TryParse(TextOf(argument), out var duration) ? duration : Wrong<TimeSpan?>(argument, DurationText.Grammar);

    public static BatchFormat? Format(ArgumentResult argument) =>
        TextOf(argument).ToLowerInvariant() switch
        {
            "txt" => BatchFormat.Txt,
            "csv" => BatchFormat.Csv,
            "jsonl" => BatchFormat.Jsonl,
            _ => Wrong<BatchFormat?>(argument, "txt, csv or jsonl"),
        };

    public static int? Plan(ArgumentResult argument)
    {
        if (argument.Tokens.Count == 0)
        {
            return null;
        }

        return IsWhole(TextOf(argument), out var plan) && plan >= 1
            ? plan
            : Wrong<int?>(argument, "a number of runs at once, such as 10");
    }

    public static string? Collect(ArgumentResult argument)
    {
        var format = TextOf(argument).ToLowerInvariant();
        return format switch
        {
            "none" => null,
            "csv" or "json" or "jsonl" or "xlsx" or "xls" or "xml" or "html" or "rss" => format,
            _ => Wrong<string>(argument, "none, csv, json, jsonl, xlsx, xls, xml, html or rss"),
        };
    }

    private static string TextOf(ArgumentResult argument) => argument.Tokens[0].Value;

    private static bool IsWhole(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static T? Wrong<T>(ArgumentResult argument, string right)
    {
        var option = (argument.Parent as OptionResult)?.IdentifierToken?.Value ?? argument.Argument.Name;
        argument.AddError($"{option} takes {right}, not '{TextOf(argument)}'.");
        return default;
    }
}
