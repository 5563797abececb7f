using BatchRunner.Core.Summary;

namespace BatchRunner.Core.Calls;

/// <summary>Counts HTTP requests to the API at the moment they are sent. May be used from any thread.</summary>
public sealed class CallCounter
{
    private readonly long[] _counts = new long[Enum.GetValues<CallKind>().Length];

    public void Count(CallKind kind) => Interlocked.Increment(ref _counts[(int)kind]);

    public CallCounts Read() =>
        new(
            Of(CallKind.Start), Of(CallKind.Rerun), Of(CallKind.List), Of(CallKind.Detail), Of(CallKind.Result),
            Of(CallKind.Export), Of(CallKind.Log), Of(CallKind.Abort), Of(CallKind.Other));

    private long Of(CallKind kind) => Interlocked.Read(ref _counts[(int)kind]);
}
