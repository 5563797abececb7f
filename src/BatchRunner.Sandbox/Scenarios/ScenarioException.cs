namespace BatchRunner.Sandbox;

/// <summary>A scenario that cannot be played. The message says which file, and what is wrong in it.</summary>
public sealed class ScenarioException(string message, Exception? cause = null) : Exception(message, cause);
