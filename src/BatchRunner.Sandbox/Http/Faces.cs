using BatchRunner.Sandbox.Model;
using BatchRunner.Sandbox.Stats;
using Microsoft.AspNetCore.Http;

namespace BatchRunner.Sandbox.Http;

/// <summary>Tells the two origins apart by their ports, and sends what they answer.</summary>
internal sealed class Faces(Platform platform, CallLedger ledger, StorageLinks links, string? key, TimeProvider time)
{
    private readonly ApiFace _api = new(platform, ledger, links, key);
    private readonly StorageFace _storage = new(platform, ledger, links);
    private readonly StatsPages _stats = new(platform, ledger);

    public async Task AnswerAsync(HttpContext context)
    {
        if (context.Connection.LocalPort == links.Origin?.Port)
        {
            await ReplySender.SendAsync(context, _storage.Answer(context.Request));
            return;
        }

        if (context.Request.Path.StartsWithSegments(StatsPages.Prefix, StringComparison.Ordinal))
        {
            await ReplySender.SendAsync(context, _stats.Answer(context.Request.Path.Value!));
            return;
        }

        var reply = await _api.AnswerAsync(context.Request, context.RequestAborted);
        if (platform.Latency() is { } wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, context.RequestAborted);
        }

        await ReplySender.SendAsync(context, reply);
    }
}
