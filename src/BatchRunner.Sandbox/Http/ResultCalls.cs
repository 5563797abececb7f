using BatchRunner.Sandbox.Exports;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>What a run found: page by page, or as a link to one file.</summary>
internal static class ResultCalls
{
    public static Reply Page(ApiCall call, RunAddress address)
    {
        var (page, limit) = call.Paging();
        var run = call.Platform.Find(address);
        var first = (int)Math.Min(run.Results, (page - 1L) * limit);
        return Envelope.Success(data =>
        {
            data.WriteStartObject();
            data.WriteCount("count", run.Results, call.Switches);
            data.WriteStartArray("headers");
            foreach (var (key, label) in ResultRows.Headers)
            {
                data.WriteStartObject();
                data.WriteString("key", key);
                data.WriteString("label", label);
                data.WriteEndObject();
            }

            data.WriteEndArray();
            data.WriteStartArray("list");
            for (var i = first; i < run.Results && i - first < limit; i++)
            {
                ExportJson.WriteRow(data, ResultRows.Row(run, i, []));
            }

            data.WriteEndArray();
            data.WriteCount("page_index", page, call.Switches);
            data.WriteCount("page_size", limit, call.Switches);
            data.WriteEndObject();
        });
    }

    public static Reply Export(ApiCall call, RunAddress address)
    {
        var asked = (call.Text("format") is { Length: > 0 } text ? text : "csv").ToUpperInvariant();
        var format = ExportFormat.Find(asked) ?? throw RefusalException.Unprocessable("format must be one of csv, json, jsonl, xlsx, xls, xml, html, rss");
        if (format.Write is null)
        {
            throw RefusalException.Invalid("invalid argument", $"{format.Name} is not supported by the sandbox");
        }

        var run = call.Platform.Find(address);
        var link = call.Storage.Link($"/runs/{run.Run.Slug}/results.{format.Name}", call.Text("filter_keys") ?? "");
        return Envelope.Success(data =>
        {
            data.WriteStartObject();
            data.WriteString("download_url", link);
            data.WriteEndObject();
        });
    }
}
