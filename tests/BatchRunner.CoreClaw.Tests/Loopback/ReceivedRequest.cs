namespace BatchRunner.CoreClaw.Tests.Loopback;

/// <param name="Method">GET, POST.</param>
/// <param name="Target">Path and query, exactly as they came over the wire.</param>
/// <param name="Headers">By name, whatever its case.</param>
/// <param name="Body">Empty where there was none.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
