using System.Runtime.CompilerServices;

namespace BatchRunner.Files;

/// <summary>One saved-task id a line; blank lines and comments (<c>#</c>) are skipped.</summary>
internal static class TxtRecords
{
    public static async IAsyncEnumerable<RawRecord> ReadAsync(
        StreamReader text, FaultLog faults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var line = 1; await text.ReadLineAsync(cancellationToken) is { } read; line++)
        {
            var id = read.Trim();
            if (id.Length == 0 || id[0] == '#')
                continue;
            if (Utf8Text.IsBroken(id))
                faults.Add(line, Utf8Text.NotUtf8);
            else
                yield return new RawRecord(line, ownCount: 0) { [Field.TaskId] = id };
        }
    }
}
