using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>The Workers: no more than it takes to see that one exists.</summary>
internal static class WorkerCalls
{
    public static Reply List(ApiCall call)
    {
        var (page, limit) = call.Paging();
        var keyword = call.Text("keyword") ?? "";
        var workers = call.Platform.Workers.All
            .Where(worker => worker.Title.Contains(keyword, StringComparison.OrdinalIgnoreCase) || worker.Path.Contains(keyword, StringComparison.OrdinalIgnoreCase))
            .Skip((int)Math.Min(int.MaxValue, (page - 1L) * limit))
            .Take(limit);
        return Envelope.Success(data =>
        {
            data.WriteStartObject();
            data.WriteStartArray("scraper");
            foreach (var worker in workers)
            {
                data.WriteStartObject();
                data.WriteString("slug", worker.Slug);
                data.WriteString("name", worker.Name);
                data.WriteString("path", worker.Path);
                data.WriteString("title", worker.Title);
                data.WriteString("description", $"{worker.Title} of the sandbox");
                data.WriteString("username", worker.Owner);
                data.WriteEndObject();
            }

            data.WriteEndArray();
            data.WriteEndObject();
        });
    }

    public static Reply Get(ApiCall call, string id)
    {
        var worker = call.Platform.Workers.Find(id) ?? throw RefusalException.NoWorker();
        return Envelope.Success(data =>
        {
            data.WriteStartObject();
            data.WriteString("name", worker.Name);
            data.WriteString("username", worker.Owner);
            data.WriteString("version", worker.Version);
            data.WriteString("readme", $"{worker.Title} of the sandbox");
            data.WriteStartObject("parameters");
            data.WriteStartObject("custom");
            data.WriteEndObject();
            data.WriteStartObject("system");
            data.WriteEndObject();
            data.WriteEndObject();
            data.WriteEndObject();
        });
    }
}
