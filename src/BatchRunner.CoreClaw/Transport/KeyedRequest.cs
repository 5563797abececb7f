using Flurl;
using Flurl.Http;

namespace BatchRunner.CoreClaw.Transport;

/// <summary>The only place where the key is put on a request, and only on one to the base URL.</summary>
internal static class KeyedRequest
{
    private static readonly string[] ApiRoot = ["api", "v2"];

    public static IFlurlRequest For(CoreClawConnection connection, ApiCall call)
    {
        var url = new Url(connection.BaseUrl);
        if (!url.PathSegments.TakeLast(2).SequenceEqual(ApiRoot))
        {
            url.AppendPathSegments(ApiRoot);
        }

        foreach (var segment in call.Segments)
        {
            url.AppendPathSegment(segment, fullyEncode: true);
        }

        foreach (var (name, value) in call.Query)
        {
            url.SetQueryParam(name, value);
        }

        return connection.Auth switch
        {
            AuthMode.ApiKey => new FlurlRequest(url).WithHeader("api-key", connection.ApiKey),
            AuthMode.Query => new FlurlRequest(url.SetQueryParam("token", connection.ApiKey)),
            _ => new FlurlRequest(url).WithOAuthBearerToken(connection.ApiKey),
        };
    }
}
