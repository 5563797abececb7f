using BatchRunner.Core.Api;
using BatchRunner.Core.Calls;

namespace BatchRunner.Engine.Throttle;

/// <summary>What may be said to the actor that gates every call to CoreClaw.</summary>
internal static class ThrottleProtocol
{
    /// <summary>Answered by <see cref="StartGranted"/> once a slot is free and the pace allows the call.</summary>
    public sealed record RequestStart(int Row);

    /// <summary>Slot and call are reserved; the permit is good for one start.</summary>
    public sealed record StartGranted(StartPermit Permit);

    /// <summary>
    /// The intent of a granted start is durable: may it leave now? Answered by <see cref="CallGranted"/>, at once unless the
    /// server has asked to stay away since the grant, or by <see cref="StartDenied"/>.
    /// </summary>
    public sealed record ConfirmStart;

    /// <summary>Nothing is started any more; the start was not sent.</summary>
    public sealed record StartDenied;

    /// <summary>A row that was asked for needs no start: it was taken up in the middle of its life.</summary>
    public sealed record NoStartNeeded;

    /// <summary>A start was answered, or failed; said by its permit.</summary>
    public sealed record StartEnded(int Row, TimeSpan SentAt, ApiFailure? Failure);

    /// <summary>How the start went is durable; said by the row.</summary>
    public sealed record StartSettled(int Row);

    /// <summary>A run is alive that no permit started: it was adopted, or lives on from an earlier process.</summary>
    public sealed record HoldSlot(int Row);

    /// <summary>The row has no living run any more. May be said more than once.</summary>
    public sealed record ReleaseSlot(int Row);

    /// <summary>Answered by <see cref="CallGranted"/> once the pace allows the call.</summary>
    /// <param name="Kind">What kind of call, and so how urgent.</param>
    /// <param name="Retry">0 for the first try; later ones wait longer and longer.</param>
    public sealed record RequestCall(CallKind Kind, int Retry);

    /// <param name="SentAt">The throttle's own clock at the grant; to be said again in <see cref="CallEnded"/>.</param>
    public sealed record CallGranted(TimeSpan SentAt);

    public sealed record CallEnded(TimeSpan SentAt, ApiFailure? Failure);

    /// <summary>To the supervisor: so many more rows could be waiting for a start.</summary>
    public sealed record StartsWanted(int Count);

    /// <summary>No start is granted from now on. Answered by <see cref="StartingStopped"/> once no start is under way.</summary>
    public sealed record StopStarting;

    public sealed record StartingStopped;

    /// <summary>Answered by <see cref="Figures"/>.</summary>
    public sealed record ReadFigures;

    public sealed record Figures(int PeakConcurrent, int? PlanLimit, long RateLimited, long PlanLimited, long Retries)
    {
        /// <summary>For a throttle that is no more.</summary>
        public static readonly Figures Unknown = new(0, null, 0, 0, 0);
    }
}
