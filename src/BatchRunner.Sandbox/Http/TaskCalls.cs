using System.Text.Json;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>The saved tasks, read only.</summary>
internal static class TaskCalls
{
    public static Reply Get(ApiCall call, string id)
    {
        var task = call.Platform.Task(id);
        return Envelope.Success(data => Write(data, task, call.Switches, inList: false));
    }

    public static Reply List(ApiCall call)
    {
        var (page, limit) = call.Paging();
        var keyword = call.Text("keyword") ?? "";
        var worker = call.Text("worker_id") is { Length: > 0 } id ? call.Platform.Workers.Find(id) ?? throw RefusalException.NoWorker() : null;
        var tasks = call.Platform.Tasks().FindAll(task =>
            (worker is null || task.Worker == worker) && task.Slug.Contains(keyword, StringComparison.OrdinalIgnoreCase));
        return Envelope.Success(data =>
        {
            data.WriteStartObject();
            data.WriteCount("count", tasks.Count, call.Switches);
            data.WriteStartArray("list");
            foreach (var task in tasks.Skip((int)Math.Min(int.MaxValue, (page - 1L) * limit)).Take(limit))
            {
                Write(data, task, call.Switches, inList: true);
            }

            data.WriteEndArray();
            data.WriteCount("page_index", page, call.Switches);
            data.WriteCount("page_size", limit, call.Switches);
            data.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter data, TaskView task, Switches switches, bool inList)
    {
        var created = task.CreatedAt.ToUnixTimeSeconds();
        data.WriteStartObject();
        if (inList)
        {
            data.WriteString("description", "A saved task of the sandbox");
        }
        else
        {
            data.WriteNumber("id", task.Id);
            data.WriteNumber("worker_id", 30_000_000_000_000_000 + (long)(Dice.Seed(3, task.Worker.Path) % 1_000_000_000_000));
        }

        data.WriteString("slug", task.Slug);
        data.WriteString("title", task.Slug);
        data.WriteString("worker_title", task.Worker.Title);
        data.WriteString("worker_slug", task.Worker.Slug);
        data.WriteString("worker_path", task.Worker.Path.Replace('~', '/'));
        data.WriteString("version", task.Worker.Version);
        data.WriteNumber("platform_actors_id", 1);
        data.WritePropertyName("input");
        data.WriteRawValue("""{"parameters":{"custom":{"keywords":[{"keyword":"coffee"}]}}}""", skipInputValidation: true);
        data.WriteCount("run_times", task.Runs, switches);
        data.WriteNumber("last_run_id", task.LastRunId);
        data.WriteNumber("last_modified_at", created);
        data.WriteNumber("created_at", created);
        data.WriteNumber("updated_at", created);
        data.WriteNumber("schedule_enabled", 0);
        data.WriteNumber("schedule_type", 0);
        data.WriteEndObject();
    }
}
