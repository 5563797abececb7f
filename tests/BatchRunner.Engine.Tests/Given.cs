using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;

namespace BatchRunner.Engine.Tests;

/// <summary>What tests of the engine begin with.</summary>
internal static class Given
{
    public static BatchRow Row(int number = 1) => new(number, new RunTarget.Task($"task-{number}"));

    public static CallFacts Facts(long? code = null, TimeSpan? retryAfter = null) =>
        new("GET", "/api/v2/x", "no") { Code = code, RetryAfter = retryAfter };

    public static RunReport Report(string slug, RunStatus status, string? error = null) =>
        new(slug, status, status.ToString().ToLowerInvariant()) { Usage = 0.01m, ErrorMessage = error, WorkerSlug = "worker" };
}
