using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>A run's log.</summary>
internal static class LogCalls
{
    public static Reply Get(ApiCall call, RunAddress address)
    {
        var run = call.Platform.Find(address);
        return Envelope.Success(data =>
        {
            data.WriteStartObject();
            data.WriteString("all_logs_url", call.Storage.Link($"/runs/{run.Run.Slug}/all.log"));
            data.WriteStartArray("list");
            foreach (var entry in RunLog.Inline(run))
            {
                if (call.Switches.LogEntries is LogForm.Strings)
                {
                    data.WriteStringValue(entry.Content);
                    continue;
                }

                data.WriteStartObject();
                data.WriteNumber("type", entry.Type);
                data.WriteString("group", "main");
                data.WriteString("content", entry.Content);
                data.WriteNumber("timestamp", entry.At.ToUnixTimeMilliseconds());
                data.WriteEndObject();
            }

            data.WriteEndArray();
            data.WriteCount("result_count", run.Results, call.Switches);
            data.WriteEndObject();
        });
    }
}
