using System.Buffers;
using System.Globalization;
using BatchRunner.Sandbox.Model;
using BatchRunner.Sandbox.Stats;
using Microsoft.AspNetCore.Http;

namespace BatchRunner.Sandbox.Http;

/// <summary>Answers every request to the API origin: counts it, checks key and rate, then lets its route answer.</summary>
internal sealed class ApiFace(Platform platform, CallLedger ledger, StorageLinks storage, string? key)
{
    public async Task<Reply> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var route = Route.Find(request.Method, request.Path.Value ?? "/");
        ledger.Came(route.Kind);
        if (Keys.Check(request, key) is { } refusal)
        {
            ledger.HadNoKey();
            return Envelope.Refusal(refusal);
        }

        var verdict = platform.Admit();
        if (verdict.Refused)
        {
            ledger.WasRateLimited();
            return TooMany(verdict);
        }

        var body = HttpMethods.IsGet(request.Method) ? default : await ReadAsync(request, cancellationToken);
        return Handle(route, new ApiCall(platform, storage, request.Query, body), HttpMethods.IsGet(request.Method));
    }

    private Reply Handle(Route route, ApiCall call, bool reads)
    {
        try
        {
            var reply = route.Handle(call);
            return reads && platform.TroubleOfRead() is { } trouble ? reply with { Trouble = trouble } : reply;
        }
        catch (RefusalException refusal)
        {
            if (refusal.Code == Codes.PlanLimited)
            {
                ledger.WasPlanLimited();
            }
            else
            {
                ledger.WasInvalid();
            }

            return Envelope.Refusal(refusal);
        }
    }

    private Reply TooMany(RateVerdict verdict)
    {
        var scenario = platform.Scenario;
        var reply = Envelope.Error(scenario.Switches.RateLimitHttp, Codes.RateLimited, Codes.Text(Codes.RateLimited), []);
        return verdict.Wait is not { } wait ? reply : reply with
        {
            RetryAfter = scenario.RetryAfterAs is RetryAfterForm.Date
                ? (platform.Now + wait).AddSeconds(1).ToString("R", CultureInfo.InvariantCulture)
                : Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
