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

    /// <summary>A ULID that was created at this moment.</summary>
    public static string Slug(DateTimeOffset createdAt, int number = 0)
    {
        const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var time = createdAt.ToUnixTimeMilliseconds();
        var text = new char[10];
        for (var i = 9; i >= 0; i--, time /= 32)
        {
            text[i] = alphabet[(int)(time % 32)];
        }

        return new string(text) + $"{number:D16}";
    }
}
