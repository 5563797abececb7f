namespace BatchRunner.Sandbox.Model;

/// <summary>
/// Brings runs up to the present. Nothing happens by itself: what is due is done, in the order of its time, whenever
/// somebody looks. So peaks and ends are exact also between two looks.
/// </summary>
internal sealed class Timeline(Slots slots, Switches switches, Action<Run, DateTimeOffset> ended)
{
    private readonly PriorityQueue<(Run Run, Turn Turn), (DateTimeOffset At, Turn Turn, long Order)> _due = new();
    private readonly Queue<Run> _waiting = new();
    private long _order;

    // At one instant slots are freed before they are taken.
    private enum Turn
    {
        Finish,
        Rest,
        Begin,
    }

    /// <summary>Own runs that are neither <c>running</c> nor over.</summary>
    public int Ready { get; private set; }

    /// <summary>Own runs in <c>running</c>.</summary>
    public int Running { get; private set; }

    public void AdvanceTo(DateTimeOffset now)
    {
        while (_due.TryPeek(out _, out var next) && next.At <= now)
        {
            var (run, turn) = _due.Dequeue();
            Do(run, turn, next.At);
        }
    }

    public void Admit(Run run, DateTimeOffset at)
    {
        Ready += run.Foreign ? 0 : 1;
        if (switches.ReadyHoldsSlot)
        {
            slots.Take(run);
        }

        if (run.Plan.Ready == TimeSpan.Zero)
        {
            Do(run, Turn.Begin, at);
        }
        else
        {
            Schedule(run, Turn.Begin, at + run.Plan.Ready);
        }
    }

    /// <returns>False where the run cannot be aborted any more.</returns>
    public bool Abort(Run run, DateTimeOffset at)
    {
        if (run.State is not (RunState.Ready or RunState.Running))
        {
            return false;
        }

        var held = run.State is RunState.Running || switches.ReadyHoldsSlot;
        Leave(run, RunState.Aborting, at);
        if (switches.CancelledEndsAs is not CancelledEnd.Aborting)
        {
            Schedule(run, Turn.Rest, at + TimeSpan.FromSeconds(switches.CancelledAfter));
        }

        if (held)
        {
            FreeSlot(run, at);
        }

        return true;
    }

    private void Do(Run run, Turn turn, DateTimeOffset at)
    {
        switch (turn)
        {
            case Turn.Begin when run.State is RunState.Ready:
                Begin(run, at);
                break;
            case Turn.Finish when run.State is RunState.Running:
                Leave(run, run.Plan.Error is null ? RunState.Succeeded : RunState.Failed, at);
                FreeSlot(run, at);
                break;
            case Turn.Rest:
                run.State = switches.CancelledEndsAs is CancelledEnd.Failed ? RunState.Failed : RunState.Aborted;
                break;
            default:
                // The run was aborted before its turn came.
                break;
        }
    }

    /// <summary>A run whose time has come while the plan is full stays <c>ready</c> until a slot is free.</summary>
    private void Begin(Run run, DateTimeOffset at)
    {
        if (!switches.ReadyHoldsSlot)
        {
            if (slots.Full && !run.Foreign)
            {
                _waiting.Enqueue(run);
                return;
            }

            slots.Take(run);
        }

        Ready -= run.Foreign ? 0 : 1;
        Running += run.Foreign ? 0 : 1;
        run.State = RunState.Running;
        run.StartedAt = at;
        Schedule(run, Turn.Finish, at + run.Plan.Duration);
    }

    private void Leave(Run run, RunState state, DateTimeOffset at)
    {
        Ready -= !run.Foreign && run.State is RunState.Ready ? 1 : 0;
        Running -= !run.Foreign && run.State is RunState.Running ? 1 : 0;
        run.State = state;
        run.StoppedAt = at;
    }

    private void FreeSlot(Run run, DateTimeOffset at)
    {
        slots.Free(run);
        ended(run, at);
        while (!slots.Full && _waiting.TryDequeue(out var next))
        {
            Do(next, Turn.Begin, at);
        }
    }

    private void Schedule(Run run, Turn turn, DateTimeOffset at) => _due.Enqueue((run, turn), (at, turn, _order++));
}
