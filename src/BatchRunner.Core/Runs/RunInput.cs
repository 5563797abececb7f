using BatchRunner.Core.Api;
using BatchRunner.Core.Doubts;

namespace BatchRunner.Core.Runs;

/// <summary>What can be told to the machine of a row.</summary>
public abstract record RunInput
{
    private RunInput()
    {
    }

    /// <summary>The throttle lets the row start: slot and call are reserved.</summary>
    public sealed record StartGranted : RunInput;

    /// <summary>CoreClaw answered the start with the slug of the new run.</summary>
    public sealed record StartAnswered(string RunSlug) : RunInput;

    public sealed record StartFailed(ApiFailure Failure) : RunInput;

    /// <summary>A lost start was looked up.</summary>
    public sealed record LookedUp(DoubtVerdict Verdict) : RunInput;

    /// <summary>The run is over.</summary>
    public sealed record RunOver(RunReport Report) : RunInput;

    /// <summary>The run is over, and its log was asked why; the report carries the answer if there was one.</summary>
    public sealed record Explained(RunReport Report) : RunInput;

    /// <summary>CoreClaw no longer knows the run.</summary>
    public sealed record RunGone(ApiFailure Failure) : RunInput;

    /// <summary>The run has lived as long as it may; said again while it lives on.</summary>
    public sealed record TimeoutDue(string RunSlug) : RunInput;

    public sealed record Collected(string ResultPath) : RunInput;

    public sealed record CollectFailed(ApiFailure Failure) : RunInput;
}
