using System.Text.Json;
using BatchRunner.Sandbox.Model;
using BatchRunner.Sandbox.Stats;

namespace BatchRunner.Sandbox.Http;

/// <summary>The pages under <c>/_sandbox</c>: no key needed, no call of the API.</summary>
internal sealed class StatsPages(Platform platform, CallLedger ledger)
{
    public const string Prefix = "/_sandbox";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Reply Answer(string path) => path switch
    {
        "/_sandbox/stats" => new Reply(200, JsonSerializer.SerializeToUtf8Bytes(StatsReader.Stats(ledger, platform.Facts()), Json)),
        "/_sandbox/runs" => new Reply(200, JsonSerializer.SerializeToUtf8Bytes(new RunsPage(StatsReader.Runs(platform.Facts())), Json)),
        _ => Envelope.Refusal(RefusalException.NoRoute()),
    };

    private sealed record RunsPage(IReadOnlyList<SandboxRun> Runs);
}
