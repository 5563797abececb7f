using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Exports;

/// <summary>A file format in which results can be had.</summary>
/// <param name="Name">As the API and the file's name write it.</param>
/// <param name="ContentType">Of the download.</param>
/// <param name="Write">Writes the whole file; null = CoreClaw has the format, the sandbox has not.</param>
internal sealed record ExportFormat(string Name, string ContentType, Func<RunView, IReadOnlyCollection<string>, byte[]>? Write)
{
    private static readonly ExportFormat[] All =
    [
        new("csv", "text/csv; charset=utf-8", ExportCsv.Write),
        new("json", "application/json", ExportJson.WriteArray),
        new("jsonl", "application/x-ndjson", ExportJson.WriteLines),
        new("xml", "application/xml", ExportMarkup.WriteXml),
        new("html", "text/html; charset=utf-8", ExportMarkup.WriteHtml),
        new("rss", "application/rss+xml", ExportMarkup.WriteRss),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", null),
        new("xls", "application/vnd.ms-excel", null),
    ];

    /// <summary>In whatever case; null where there is no such format.</summary>
    public static ExportFormat? Find(string name) => Array.Find(All, format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));
}
