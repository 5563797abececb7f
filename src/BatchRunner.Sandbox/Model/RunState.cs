namespace BatchRunner.Sandbox.Model;

// Ready -its time-> Running -its time-> Succeeded | Failed
//   '------abort------'---> Aborting (-its time-> Aborted | Failed, by switch)
internal enum RunState
{
    Ready,
    Running,
    Succeeded,
    Failed,
    Aborting,
    Aborted,
}

internal static class RunStates
{
    /// <summary>As the API writes it.</summary>
    public static string Text(this RunState state) => state switch
    {
        RunState.Ready => "ready",
        RunState.Running => "running",
        RunState.Succeeded => "succeeded",
        RunState.Failed => "failed",
        RunState.Aborting => "aborting",
        _ => "aborted",
    };
}
