using BatchRunner.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace BatchRunner.Sandbox.Http;

/// <summary>One call to the API, as a handler sees it: the platform, the query and the body.</summary>
internal sealed class ApiCall(Platform platform, StorageLinks storage, IQueryCollection query, ReadOnlyMemory<byte> body)
{
    private const int MaxLimit = 100;

    public Platform Platform { get; } = platform;

    public StorageLinks Storage { get; } = storage;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public Switches Switches => Platform.Scenario.Switches;

    /// <summary>The page from 1 and its size. 0 means the first page too.</summary>
    public (int Page, int Limit) Paging()
    {
        var offset = Number("offset") ?? 1;
        var limit = Number("limit") ?? 20;
        if (offset is < 0 or > int.MaxValue)
        {
            throw RefusalException.Unprocessable("offset must be 0 or more");
        }

        return limit is < 1 or > MaxLimit
            ? throw RefusalException.Unprocessable("limit must be 1 to 100")
            : ((int)Math.Max(1, offset), (int)limit);
    }

    /// <summary>Null where the query does not have it.</summary>
    public string? Text(string name) => query.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;

    public long? Number(string name) => Text(name) is not { } text
        ? null
        : long.TryParse(text, out var number) ? number : throw RefusalException.Unprocessable($"{name} must be a whole number");
}
