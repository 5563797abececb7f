using System.Globalization;
using BatchRunner.Core.Batches;

namespace BatchRunner.Files;

/// <summary>Turns the text of a row into the row, or says everything that is wrong with it.</summary>
internal sealed class RowParser
{
    public const int MaxAttemptsLimit = 100;

    private readonly RawRecord _record;
    private readonly FaultLog _faults;

    private RowParser(RawRecord record, FaultLog faults) => (_record, _faults) = (record, faults);

    public static BatchRow? Parse(int number, RawRecord record, FaultLog faults)
    {
        var faultsBefore = faults.Count;
        var parser = new RowParser(record, faults);
        var target = new TargetParser(record, faults).Parse();
        var callbackUrl = parser.CallbackUrl();
        var maxAttempts = parser.MaxAttempts();
        var timeout = parser.Timeout();
        if (target is null || faults.Count > faultsBefore)
            return null;

        return new BatchRow(number, target)
        {
            Label = record[Field.Label],
            CallbackUrl = callbackUrl,
            MaxAttempts = maxAttempts,
            Timeout = timeout,
            OwnValues = record.Own,
        };
    }

    private string? CallbackUrl()
    {
        var text = _record[Field.CallbackUrl].Trim();
        if (text.Length == 0)
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || text.Any(char.IsWhiteSpace))
            Fault(Field.CallbackUrl, text, "is not a web address: write it in full, such as https://example.com/hook");
        return text;
    }

    private int? MaxAttempts()
    {
        var text = _record[Field.MaxAttempts].Trim();
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts)
            && attempts is >= 1 and <= MaxAttemptsLimit)
        {
            return attempts;
        }

        Fault(Field.MaxAttempts, text, $"is not a whole number from 1 to {MaxAttemptsLimit}");
        return null;
    }

    private TimeSpan? Timeout()
    {
        var text = _record[Field.Timeout].Trim();
        if (text.Length == 0)
            return null;
        if (DurationText.TryParse(text, out var timeout))
            return timeout;
        Fault(Field.Timeout, text, $"is not a time: write {DurationText.Grammar}");
        return null;
    }

    private void Fault(Field field, string value, string what) =>
        _faults.Add(_record.Line, $"{field.ToName()} {Shown.Value(value)} {what}");
}
