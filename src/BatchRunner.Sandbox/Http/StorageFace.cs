using System.Text;
using BatchRunner.Sandbox.Exports;
using BatchRunner.Sandbox.Model;
using BatchRunner.Sandbox.Stats;
using Microsoft.AspNetCore.Http;

namespace BatchRunner.Sandbox.Http;

/// <summary>Answers every request to the storage origin: signed links only, and never one that carries a key.</summary>
internal sealed class StorageFace(Platform platform, CallLedger ledger, StorageLinks storage)
{
    public Reply Answer(HttpRequest request)
    {
        if (Keys.Carries(request))
        {
            ledger.LeakedKey();
            return Page(403, "This is not the API: a key has no business here.");
        }

        var path = request.Path.Value ?? "/";
        var keys = request.Query["fields"].ToString();
        if (!storage.IsGenuine(path, keys, request.Query["signature"]))
        {
            return Page(403, "The signature does not match.");
        }

        var parts = path.Split('/');
        var run = platform.Find(RunAddress.By(parts[2]));
        if (parts[3] == "all.log")
        {
            var lines = RunLog.Whole(run).Select(static entry => $"{entry.At:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {entry.Content}\n");
            return Page(200, string.Concat(lines));
        }

        var format = ExportFormat.Find(parts[3]["results.".Length..])!;
        var wanted = keys.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new Reply(200, format.Write!(run, wanted)) { ContentType = format.ContentType };
    }

    private static Reply Page(int http, string text) => new(http, Encoding.UTF8.GetBytes(text)) { ContentType = "text/plain; charset=utf-8" };
}
