using System.Text;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Exports;

internal static class ExportCsv
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    public static byte[] Write(RunView run, IReadOnlyCollection<string> keys)
    {
        var text = new StringBuilder();
        var columns = ResultRows.Headers.Select(static header => header.Key).Where(key => keys.Count == 0 || keys.Contains(key)).ToArray();
        Line(text, columns);
        for (var i = 0; i < run.Results; i++)
        {
            Line(text, ResultRows.Row(run, i, columns).Select(static field => field.Value));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Quote)).Append("\r\n");

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(Special) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
