using System.Runtime.CompilerServices;
using System.Text.Json;

namespace BatchRunner.Files;

/// <summary>One JSON object a line; blank lines are skipped.</summary>
internal static class JsonlRecords
{
    public static async IAsyncEnumerable<RawRecord> ReadAsync(
        StreamReader text, OwnColumns own, FaultLog faults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var line = 1; await text.ReadLineAsync(cancellationToken) is { } read; line++)
        {
            if (string.IsNullOrWhiteSpace(read))
                continue;
            if (Utf8Text.IsBroken(read))
                faults.Add(line, Utf8Text.NotUtf8);
            else if (Parse(read, line, own, faults) is { } record)
                yield return record;
        }
    }

    private static RawRecord? Parse(string text, int line, OwnColumns own, FaultLog faults)
    {
        if (!JsonText.TryParse(text, out var json, out var fault))
        {
            faults.Add(line, $"the line {fault}");
            return null;
        }

        using (json)
        {
            try
            {
                if (json.RootElement.ValueKind == JsonValueKind.Object)
                    return new JsonlObject(line, own, faults).Read(json.RootElement);
                faults.Add(line, $"the line is {JsonText.KindOf(json.RootElement)}: write one object {{…}} a line");
            }
            catch (InvalidOperationException)
            {
                // What System.Text.Json throws for a string that is no text: half of a surrogate pair.
                faults.Add(line, "the line has a \\u escape that stands for no character");
            }

            return null;
        }
    }
}
