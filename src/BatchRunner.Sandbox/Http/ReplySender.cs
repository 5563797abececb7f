using System.Text;
using BatchRunner.Sandbox.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BatchRunner.Sandbox.Http;

/// <summary>Sends replies, and makes go wrong what the scenario wants to go wrong.</summary>
internal static class ReplySender
{
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
                await WholeAsync(context, GatewayPage(replaced.Status));
                break;
            case ReplyTrouble.Replaced replaced:
                await WholeAsync(context, Envelope.Error(replaced.Status, Codes.SystemError, Codes.Text(Codes.SystemError), []));
                break;
            default:
                await WholeAsync(context, reply);
                break;
        }
    }

    private static Reply GatewayPage(int status)
    {
        var title = $"{status} {ReasonPhrases.GetReasonPhrase(status)}";
        var page = $"<html>\r\n<head><title>{title}</title></head>\r\n<body><center><h1>{title}</h1></center></body>\r\n</html>\r\n";
        return new Reply(status, Encoding.UTF8.GetBytes(page)) { ContentType = "text/html" };
    }

    private static async Task WholeAsync(HttpContext context, Reply reply)
    {
        Head(context.Response, reply);
        await context.Response.BodyWriter.WriteAsync(reply.Body, context.RequestAborted);
    }

    // Kestrel closes the connection itself when less than the announced length was written. An abort would be too quick:
    // it may overtake what was written, and look like a dropped connection.
    private static async Task CutAsync(HttpContext context, Reply reply)
    {
        Head(context.Response, reply);
        await context.Response.BodyWriter.WriteAsync(reply.Body[..(reply.Body.Length / 2)], context.RequestAborted);
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
