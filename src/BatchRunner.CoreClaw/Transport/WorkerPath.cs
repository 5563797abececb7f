namespace BatchRunner.CoreClaw.Transport;

internal static class WorkerPath
{
    /// <summary>CoreClaw takes <c>owner~name</c> where people write <c>owner/name</c>; even <c>%2F</c> is refused.</summary>
    public static string ToUrlForm(string workerId) => workerId.Replace('/', '~');
}
