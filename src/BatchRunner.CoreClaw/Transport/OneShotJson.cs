using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BatchRunner.CoreClaw.Transport;

/// <summary>
/// A JSON body that goes out once. The HTTP stack must never send a start twice: it repeats a request by itself only as long
/// as no content was begun (a pooled connection that turns out to be dead), and this content refuses to begin a second time.
/// </summary>
internal sealed class OneShotJson : HttpContent
{
    private readonly byte[] _json;

    public OneShotJson(string json)
    {
        _json = Encoding.UTF8.GetBytes(json);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>False proves that the server cannot have had the request: its body never went to any connection.</summary>
    public bool Begun { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        if (Begun)
        {
            throw new InvalidOperationException("This request has gone out before and is not repeated.");
        }

        Begun = true;
        await stream.WriteAsync(_json);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
