using BatchRunner.Core.Api;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Summary;

namespace BatchRunner.Core.Runs;

/// <summary>Everything that is known about a row: a fold over its events.</summary>
public sealed record RowState(int Row, RowPhase Phase)
{
    /// <summary>Starts and reruns that created a run.</summary>
    public int Attempts { get; init; }

    /// <summary>Starts in a row that never left this machine.</summary>
    public int UnsentStarts { get; init; }

    /// <summary>The run of the last attempt; null before the first.</summary>
    public string? RunSlug { get; init; }

    /// <summary>When the first start was about to be sent.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>When the last start was about to be sent.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>When the last start's reply was given up, or its row with it.</summary>
    public DateTimeOffset? LostAt { get; init; }

    /// <summary>When the live or last run became known.</summary>
    public DateTimeOffset? RunSince { get; init; }

    /// <summary>When the end of the last run was seen.</summary>
    public DateTimeOffset? EndSeenAt { get; init; }

    /// <summary>The live run outlived its time and is being aborted.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>CoreClaw's last word about the run of the last attempt; null while that is alive.</summary>
    public RunReport? LastReport { get; init; }

    /// <summary>USD, over all attempts that ended.</summary>
    public decimal Usage { get; init; }

    /// <summary>Time that runs of this row were alive, as seen.</summary>
    public TimeSpan Busy { get; init; }

    public ErrorNote? Error { get; init; }

    /// <summary>Set at the end.</summary>
    public RowStatus? Status { get; init; }

    public string ResultPath { get; init; } = "";

    /// <summary>A start was intended and its fate is open; of a row that ended in doubt it stays so.</summary>
    public bool IsStartOpen => Phase is RowPhase.Starting or RowPhase.Lost || Status == RowStatus.InDoubt;

    public static RowState Fresh(int row) => new(row, RowPhase.Waiting);

    /// <summary>The state after one more event. Pure: the same events give the same state, now and after a crash.</summary>
    public RowState Apply(RowEvent e) =>
        e switch
        {
            RowEvent.StartIntended => this with
            {
                Phase = RowPhase.Starting,
                FirstSentAt = FirstSentAt ?? e.At,
                LastSentAt = e.At,
                LostAt = null,
            },
            RowEvent.StartWithdrawn withdrawn => this with
            {
                Phase = RowPhase.Waiting,
                FirstSentAt = Attempts == 0 ? null : FirstSentAt,
                UnsentStarts = withdrawn.Why?.Code == ErrorWords.Network ? UnsentStarts + 1 : 0,
                Error = withdrawn.Why ?? Error,
            },
            RowEvent.StartLost lost => this with { Phase = RowPhase.Lost, LostAt = e.At, Error = lost.Why },
            RowEvent.RunStarted started => this with
            {
                Phase = RowPhase.Live,
                Attempts = Attempts + 1,
                UnsentStarts = 0,
                RunSlug = started.RunSlug,
                RunSince = e.At,
                EndSeenAt = null,
                LastReport = null,
                IsOverdue = false,
                Error = null,
            },
            RowEvent.RunOverdue => this with { IsOverdue = true },
            RowEvent.RunEnded ended => this with
            {
                Phase = ended.Report.Status == RunStatus.Succeeded ? RowPhase.Collecting : RowPhase.Waiting,
                EndSeenAt = e.At,
                LastReport = ended.Report,
                Usage = Usage + ended.Report.Usage,
                Busy = Busy + (e.At - (RunSince ?? e.At)),
                Error = RunVerdict.NoteOf(ended.Report, IsOverdue),
            },
            RowEvent.RowEnded ended => this with
            {
                Phase = RowPhase.Ended,
                LostAt = ended.Status == RowStatus.InDoubt ? LostAt ?? e.At : LostAt,
                Status = ended.Status,
                Error = ended.Why,
                ResultPath = ended.ResultPath,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, "no such event"),
        };
}
