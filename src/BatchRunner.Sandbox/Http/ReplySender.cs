using BatchRunner.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace BatchRunner.Sandbox.Http;

/// <summary>Sends replies, and makes go wrong what the scenario wants to go wrong.</summary>
internal static class ReplySender
{
    private static readonly byte[] GatewayPage =
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n"u8.ToArray();

    public static async Task SendAsync(HttpContext context, Reply reply)
    {
        switch (reply.Trouble)
        {
            case ReplyTrouble.Dropped:
                context.Abort();
                break;
            case ReplyTrouble.Cut:
                await CutAsync(context, reply);
                break;
            case ReplyTrouble.Replaced { Html: true } replaced:
                await WholeAsync(context, new Reply(replaced.Status, GatewayPage) { ContentType = "text/html" });
                break;
            case ReplyTrouble.Replaced replaced:
                await WholeAsync(context, Envelope.Error(replaced.Status, Codes.SystemError, Codes.Text(Codes.SystemError), []));
                break;
            default:
                await WholeAsync(context, reply);
                break;
        }
    }

    private static async Task WholeAsync(HttpContext context, Reply reply)
    {
        Head(context.Response, reply);
        await context.Response.BodyWriter.WriteAsync(reply.Body, context.RequestAborted);
    }

    private static async Task CutAsync(HttpContext context, Reply reply)
    {
        Head(context.Response, reply);
        await context.Response.BodyWriter.WriteAsync(reply.Body[..(reply.Body.Length / 2)], context.RequestAborted);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static void Head(HttpResponse response, Reply reply)
    {
        response.StatusCode = reply.Http;
        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        if (reply.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = wait;
        }
    }
}
