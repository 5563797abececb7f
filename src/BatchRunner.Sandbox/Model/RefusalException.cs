namespace BatchRunner.Sandbox.Model;

/// <summary>The platform says no, in CoreClaw's own codes.</summary>
internal sealed class RefusalException(int code, int http, string? message = null, IReadOnlyList<string>? details = null)
    : Exception(message ?? Codes.Text(code))
{
    public int Code { get; } = code;

    public int Http { get; } = http;

    public IReadOnlyList<string> Details { get; } = details ?? [];

    /// <summary>400 + 11000: understood, but it makes no sense.</summary>
    public static RefusalException Invalid(string message, params string[] details) => new(Codes.InvalidArgument, 400, message, details);

    /// <summary>422 + 11000: of a wrong type, or out of range.</summary>
    public static RefusalException Unprocessable(string detail) => new(Codes.InvalidArgument, 422, null, [detail]);

    public static RefusalException NoRoute() => new(Codes.NotFound, 404);

    public static RefusalException NoRun() => new(Codes.RunNotFound, 404);

    public static RefusalException NoWorker() => new(Codes.WorkerNotFound, 404);

    public static RefusalException NotOffered(string what) => new(Codes.NotImplemented, 400, null, [what]);
}
