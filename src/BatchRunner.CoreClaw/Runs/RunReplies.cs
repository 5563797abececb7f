using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Reading;
using static BatchRunner.CoreClaw.Reading.DataOf;

namespace BatchRunner.CoreClaw.Runs;

internal static class RunReplies
{
    /// <summary>Null without a slug: nobody could say whose report it is.</summary>
    public static RunReport? Report(JsonElement data, string? requestId) => Report(Read(data, ApiJson.Default.RunContract), requestId);

    /// <summary>Null when a row has no slug. A page without rows is a page.</summary>
    public static RunPage? Page(JsonElement data, string? requestId)
    {
        var page = Read(data, ApiJson.Default.RunListContract);
        var runs = new List<RunReport>(page?.List?.Count ?? 0);
        foreach (var row in page?.List ?? [])
        {
            if (Report(row, requestId) is not { } run)
            {
                return null;
            }

            runs.Add(run);
        }

        return new RunPage(page?.Count ?? runs.Count, runs);
    }

    private static RunReport? Report(RunContract? run, string? requestId)
    {
        if ((NonBlank(run?.Slug) ?? NonBlank(run?.RunSlug)) is not { } slug)
        {
            return null;
        }

        return new RunReport(slug, RunStatuses.Parse(run!.Status), run.Status ?? string.Empty)
        {
            WorkerSlug = NonBlank(run.ScraperSlug),
            WorkerTitle = NonBlank(run.ScraperTitle),
            Origin = NonBlank(run.Origin),
            Results = run.Results ?? 0,
            Usage = run.Usage ?? 0,
            TrafficBytes = run.Traffic ?? 0,
            StartedAt = Moments.FromUnix(run.StartedAt),
            FinishedAt = Moments.FromUnix(run.FinishedAt),
            DurationSeconds = run.Duration ?? 0,
            ErrorMessage = NonBlank(run.ErrMsg),
            RequestId = NonBlank(requestId),
        };
    }
}
