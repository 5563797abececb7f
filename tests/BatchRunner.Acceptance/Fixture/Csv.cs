using System.Text;

namespace BatchRunner.Acceptance.Fixture;

/// <summary>A reader of RFC 4180, made apart from the program's own so that both are not wrong in the same way.</summary>
internal static class Csv
{
    public static List<List<string>> Parse(string text)
    {
        List<List<string>> records = [[]];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                records[^1].Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    records.Add([]);
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        Assert.True(!quoted && cell.Length == 0 && records[^1].Count == 0, "the file does not end with a line end");
        records.RemoveAt(records.Count - 1);
        return records;
    }
}
