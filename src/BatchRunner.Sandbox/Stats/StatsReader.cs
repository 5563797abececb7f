using BatchRunner.Sandbox.Http;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Stats;

/// <summary>Puts the ledger of calls and the platform's own facts together.</summary>
internal static class StatsReader
{
    public static SandboxStats Stats(CallLedger ledger, PlatformFacts facts) => new()
    {
        Calls = Calls(ledger),
        RateLimited = ledger.RateLimited,
        EarlyCalls = facts.EarlyCalls,
        PlanLimited = ledger.PlanLimited,
        Refused = new SandboxRefused(ledger.RefusedAuth, ledger.RefusedInvalid),
        RunsCreated = facts.Runs.Length,
        RunsPerTask = facts.PerTask,
        Reruns = facts.Reruns,
        Ready = facts.Ready,
        Running = facts.Running,
        PeakRunning = facts.Peak,
        ForeignRunning = facts.ForeignRunning,
        UsageTotal = facts.Runs.Aggregate(0.0000m, static (sum, run) => sum + run.Usage),
        LostReplies = facts.LostReplies,
        KeyLeaks = ledger.KeyLeaks,
    };

    public static IReadOnlyList<SandboxRun> Runs(PlatformFacts facts) => [.. facts.Runs.Select(static view =>
        new SandboxRun(
            view.Run.Slug, view.Run.Subject.Name, view.State.Text(), view.Usage, view.Results, view.Error, view.Run.RerunOf, view.Run.Lost)
        {
            Worker = view.Run.Subject.Worker.Slug,
            CreatedAt = view.Run.CreatedAt,
            StartedAt = view.StartedAt,
            StoppedAt = view.StoppedAt,
        })];

    private static SandboxCalls Calls(CallLedger ledger) => new(
        ledger.Of(CallKind.Start),
        ledger.Of(CallKind.Rerun),
        ledger.Of(CallKind.List),
        ledger.Of(CallKind.Detail),
        ledger.Of(CallKind.Result),
        ledger.Of(CallKind.Export),
        ledger.Of(CallKind.Log),
        ledger.Of(CallKind.Abort),
        ledger.Of(CallKind.Other),
        Enum.GetValues<CallKind>().Sum(ledger.Of));
}
