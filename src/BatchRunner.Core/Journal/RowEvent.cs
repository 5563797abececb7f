using BatchRunner.Core.Api;
using BatchRunner.Core.Runs;
using BatchRunner.Core.Summary;

namespace BatchRunner.Core.Journal;

/// <summary>
/// Something that happened to a row and must not be forgotten. The time is part of the event, so that the state read
/// back from the journal equals the state that was lived.
/// </summary>
public abstract record RowEvent
{
    private RowEvent(int row, DateTimeOffset at) => (Row, At) = (row, at);

    public int Row { get; }

    public DateTimeOffset At { get; }

    /// <summary>A start or rerun is about to be sent. Durable before the request leaves.</summary>
    public sealed record StartIntended(int Row, DateTimeOffset At) : RowEvent(Row, At);

    /// <summary>The start was refused, or never left: no run was created and the row waits again.</summary>
    /// <param name="Why">Null where it was refused at a wall (calls per second, runs at once): that is no failure.</param>
    public sealed record StartWithdrawn(int Row, DateTimeOffset At, ErrorNote? Why) : RowEvent(Row, At);

    /// <summary>Nobody knows whether the start created a run. It is never sent again by itself.</summary>
    public sealed record StartLost(int Row, DateTimeOffset At, ErrorNote Why) : RowEvent(Row, At);

    /// <summary>The start created this run; told by the reply, or found in the run list (<paramref name="Adopted"/>).</summary>
    public sealed record RunStarted(int Row, DateTimeOffset At, string RunSlug, bool Adopted) : RowEvent(Row, At);

    /// <summary>The run lived longer than allowed and is being aborted.</summary>
    public sealed record RunOverdue(int Row, DateTimeOffset At) : RowEvent(Row, At);

    /// <summary>The run is over, and this is what CoreClaw says about it.</summary>
    public sealed record RunEnded(int Row, DateTimeOffset At, RunReport Report) : RowEvent(Row, At);

    /// <summary>Nothing more will happen to the row.</summary>
    public sealed record RowEnded(int Row, DateTimeOffset At, RowStatus Status, ErrorNote? Why, string ResultPath) : RowEvent(Row, At);
}
