namespace BatchRunner.Sandbox.Http;

/// <summary>What a call is for, as the stats count it.</summary>
internal enum CallKind
{
    Start,
    Rerun,
    List,
    Detail,
    Result,
    Export,
    Log,
    Abort,
    Other,
}
