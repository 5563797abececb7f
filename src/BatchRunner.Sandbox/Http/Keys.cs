using BatchRunner.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace BatchRunner.Sandbox.Http;

/// <summary>The three ways in which a call may carry the key.</summary>
internal static class Keys
{
    private const string Bearer = "Bearer ";

    /// <param name="request">The call.</param>
    /// <param name="expected">Null = any key will do.</param>
    /// <returns>Null where the call may pass.</returns>
    public static RefusalException? Check(HttpRequest request, string? expected) => Read(request) switch
    {
        null or "" => new RefusalException(Codes.Unauthorized, 401),
        var key when expected is not null && !string.Equals(key, expected, StringComparison.Ordinal) => new RefusalException(Codes.InvalidToken, 401),
        _ => null,
    };

    /// <summary>Whether a request carries anything that looks like a key, in any of the three places.</summary>
    public static bool Carries(HttpRequest request) =>
        request.Headers.ContainsKey("Authorization") || request.Headers.ContainsKey("api-key") || request.Query.ContainsKey("token");

    private static string? Read(HttpRequest request)
    {
        if (request.Headers.Authorization is [{ } header, ..])
        {
            return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
        }

        return request.Headers.TryGetValue("api-key", out var key) ? key.ToString() : request.Query.TryGetValue("token", out var token) ? token.ToString() : null;
    }
}
