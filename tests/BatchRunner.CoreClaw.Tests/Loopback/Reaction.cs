using System.Globalization;
using System.Text;

namespace BatchRunner.CoreClaw.Tests.Loopback;

internal enum Afterwards
{
    KeepOpen,
    Close,
    Reset,
    Hang,
}

/// <summary>What a scripted server does with a request: write these bytes, then that.</summary>
internal sealed record Reaction(byte[] Bytes, Afterwards Then)
{
    public static Reaction CloseWithoutAnswer { get; } = new([], Afterwards.Close);

    public static Reaction ResetWithoutAnswer { get; } = new([], Afterwards.Reset);

    public static Reaction Silence { get; } = new([], Afterwards.Hang);

    public static Reaction Json(string body, int status = 200, params string[] headers) =>
        Page(body, "application/json", status, headers);

    public static Reaction Html(int status, params string[] headers) =>
        Page("<html><body><h1>nginx</h1></body></html>", "text/html", status, headers);

    public static Reaction Page(string body, string type, int status, params string[] headers) =>
        Raw(Head(status, [$"Content-Type: {type}", $"Content-Length: {Encoding.UTF8.GetByteCount(body)}", .. headers]) + body);

    public static Reaction Raw(string text, Afterwards then = Afterwards.KeepOpen) => new(Encoding.UTF8.GetBytes(text), then);

    public static string Head(int status, params string[] headers) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Scripted\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");
}
