using System.Text;
using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Reading;

namespace BatchRunner.CoreClaw.Results;

internal sealed record ResultListContract(long? Count, long? PageIndex, List<JsonElement>? List);

internal sealed record ExportContract(string? DownloadUrl);

internal static class ResultReplies
{
    public static ResultPage Page(JsonElement data)
    {
        var page = DataOf.Read(data, ApiJson.Default.ResultListContract);
        List<string> rows = [.. (page?.List ?? []).Select(OneLine)];
        var index = page?.PageIndex is >= 1 and <= int.MaxValue ? (int?)page.PageIndex : null;
        return new ResultPage(page?.Count ?? rows.Count, index, rows);
    }

    /// <summary>Null unless CoreClaw gave a link that can be followed.</summary>
    public static Uri? Link(JsonElement data) => WebLink.Parse(DataOf.Read(data, ApiJson.Default.ExportContract)?.DownloadUrl);

    /// <summary>The row as CoreClaw wrote it, digits and all; only line breaks between its fields are taken out.</summary>
    private static string OneLine(JsonElement row)
    {
        var text = row.GetRawText();
        if (!text.AsSpan().ContainsAny('\r', '\n'))
        {
            return text;
        }

        using var compact = new MemoryStream();
        using (var writer = new Utf8JsonWriter(compact))
        {
            row.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(compact.GetBuffer().AsSpan(0, (int)compact.Length));
    }
}
