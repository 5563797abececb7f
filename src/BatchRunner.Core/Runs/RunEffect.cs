using BatchRunner.Core.Api;

namespace BatchRunner.Core.Runs;

/// <summary>What the machine of a row wants done, once its events are durable.</summary>
public abstract record RunEffect
{
    private RunEffect()
    {
    }

    /// <summary>Ask the throttle for a start after a wait of half to all of <paramref name="Delay"/>.</summary>
    public sealed record AskForStart(TimeSpan Delay) : RunEffect;

    /// <summary>Use the granted start for this order.</summary>
    public sealed record SendStart(StartOrder Order) : RunEffect;

    /// <summary>Follow the live run to its end; abort it once it has lived <paramref name="Timeout"/> from <paramref name="Since"/>.</summary>
    public sealed record Follow(string RunSlug, DateTimeOffset Since, TimeSpan? Timeout) : RunEffect;

    /// <summary>Find out what became of the lost start.</summary>
    public sealed record LookUp : RunEffect;

    /// <summary>Ask the log of a failed run for a reason, because CoreClaw gave none.</summary>
    public sealed record Explain(RunReport Report) : RunEffect;

    public sealed record Abort(string RunSlug) : RunEffect;

    public sealed record Collect(string RunSlug, string Format) : RunEffect;

    /// <summary>CoreClaw refuses the account: stop starting. The row waits for better times.</summary>
    public sealed record HaltBatch(ApiFailure Failure) : RunEffect;

    /// <summary>The row has ended.</summary>
    public sealed record Finish : RunEffect;
}

/// <summary>Events to make durable first, then effects to carry out, in order.</summary>
public sealed record Decision(IReadOnlyList<Journal.RowEvent> Events, IReadOnlyList<RunEffect> Effects)
{
    /// <summary>Nothing to do: the input answers something that is over.</summary>
    public static readonly Decision None = new([], []);
}
