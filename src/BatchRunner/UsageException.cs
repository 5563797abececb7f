namespace BatchRunner;

/// <summary>The user has to change something before anything can be started: exit code 2.</summary>
/// <param name="message">What is wrong and what to do, for people.</param>
internal sealed class UsageException(string message) : Exception(message);
