using System.Text;
using System.Xml.Linq;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Exports;

internal static class ExportMarkup
{
    public static byte[] WriteXml(RunView run, IReadOnlyCollection<string> keys) => Document(new XElement(
        "results",
        Rows(run, keys).Select(static row => new XElement("result", row.Select(static field => new XElement(field.Key, field.Value))))));

    public static byte[] WriteHtml(RunView run, IReadOnlyCollection<string> keys)
    {
        var columns = ResultRows.Headers.Where(header => keys.Count == 0 || keys.Contains(header.Key)).ToArray();
        var head = new XElement("tr", columns.Select(static column => new XElement("th", column.Label)));
        var rows = Rows(run, [.. columns.Select(static column => column.Key)])
            .Select(static row => new XElement("tr", row.Select(static field => new XElement("td", field.Value))));
        var page = new XElement("html", new XElement("body", new XElement("table", head, rows)));
        return Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + page);
    }

    public static byte[] WriteRss(RunView run, IReadOnlyCollection<string> keys) => Document(new XElement(
        "rss",
        new XAttribute("version", "2.0"),
        new XElement(
            "channel",
            new XElement("title", $"Results of {run.Run.Slug}"),
            Rows(run, keys).Select(static row => new XElement(
                "item",
                row.Select(static field => new XElement(field.Key == "url" ? "link" : field.Key, field.Value)))))));

    private static IEnumerable<IEnumerable<KeyValuePair<string, string>>> Rows(RunView run, IReadOnlyCollection<string> keys) =>
        Enumerable.Range(0, run.Results).Select(index => ResultRows.Row(run, index, keys));

    private static byte[] Document(XElement root) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root);
}
