namespace BatchRunner.CoreClaw.Transport;

internal static class UserAgent
{
    public static string Value { get; } = $"BatchRunner/{typeof(UserAgent).Assembly.GetName().Version?.ToString(3)}";
}
