namespace BatchRunner.CoreClaw.Failures;

/// <summary>What is at stake when nobody knows how a call ended.</summary>
internal enum CallKind
{
    /// <summary>Reads, aborts, asks for a link: sending it again does no harm.</summary>
    Repeatable,

    /// <summary>Starts or reruns: sending it again may start, and bill, a second run.</summary>
    CreatesRun,
}
