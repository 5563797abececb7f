using BatchRunner.Core.Api;

namespace BatchRunner.CoreClaw.Runs;

internal static class Paging
{
    /// <summary>What CoreClaw calls <c>offset</c> is a page number, counted from 1.</summary>
    public static List<(string Name, object Value)> Of(int page, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, RunQuery.MaxLimit);
        return [("offset", page), ("limit", limit)];
    }
}
