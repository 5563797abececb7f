using System.Globalization;
using System.Text.Json;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>A run, as details and lists write it.</summary>
internal static class RunJson
{
    public static void Write(Utf8JsonWriter writer, in RunView view, Switches switches, bool inList)
    {
        var worker = view.Run.Subject.Worker;
        var started = Seconds(view.StartedAt);
        var finished = Seconds(view.FinishedAt);
        writer.WriteStartObject();
        writer.WriteString("slug", view.Run.Slug);
        writer.WriteString("scraper_slug", worker.Slug);
        writer.WriteString("scraper_title", worker.Title);
        writer.WriteString("version", worker.Version);
        writer.WriteString("status", view.State.Text());
        writer.WriteCount("results", view.Results, switches);
        writer.WriteString("usage", view.Usage.ToString(CultureInfo.InvariantCulture));
        writer.WriteCount("traffic", view.Traffic, switches);
        writer.WriteString("origin", view.Run.Foreign ? "web" : "api_v2");
        writer.WriteNumber("started_at", started);
        writer.WriteNumber("finished_at", finished);
        writer.WriteCount("duration", started > 0 && finished > 0 ? finished - started : 0, switches);
        if (view.Error is { } error && Tells(switches.ErrMsgIn, inList))
        {
            writer.WriteString("err_msg", error);
        }

        writer.WriteEndObject();
    }

    private static bool Tells(ErrorPlace place, bool inList) =>
        place is ErrorPlace.Both || place == (inList ? ErrorPlace.List : ErrorPlace.Detail);

    private static long Seconds(DateTimeOffset? at) => at?.ToUnixTimeSeconds() ?? 0;
}
