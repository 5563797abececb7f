using Akka.Actor;
using BatchRunner.Core.Api;
using BatchRunner.Core.Pacing;

namespace BatchRunner.Engine.Throttle;

/// <summary>Who holds a slot: rows with a living run, and rows whose start is under way.</summary>
internal sealed class Slots(SlotLimit limit)
{
    private readonly HashSet<int> _alive = [];
    private readonly Dictionary<int, (IActorRef Owner, StartPermit Permit)> _underWay = [];
    private SlotLimit _limit = limit;

    public int PeakAlive { get; private set; }

    public int? PlanLimit => _limit.Met ?? (_limit.Ceiling == int.MaxValue ? null : _limit.Ceiling);

    public int UnderWay => _underWay.Count;

    /// <summary>When one more than the limit may be tried; null where nothing is to be found out.</summary>
    public TimeSpan? ProbeAt => _limit.ProbeAt;

    public bool Admit(TimeSpan now) => _limit.Admits(_alive.Count + _underWay.Keys.Count(row => !_alive.Contains(row)), now);

    public void Reserve(int row, IActorRef owner, StartPermit permit) => _underWay[row] = (owner, permit);

    /// <summary>An actor is gone: a permit that it never used is free again; a used one waits for the row to be taken up again.</summary>
    public void Abandon(IActorRef owner)
    {
        foreach (var (row, _) in _underWay.Where(held => held.Value.Owner.Equals(owner) && !held.Value.Permit.IsUsed).ToList())
        {
            _underWay.Remove(row);
        }
    }

    public void StartEnded(int row, ApiFailure? failure, TimeSpan sentAt, TimeSpan now)
    {
        if (failure is null)
        {
            Hold(row);
            _limit = _limit.Accepted(_alive.Count);
        }
        else if (failure is ApiFailure.PlanLimited)
        {
            _limit = _limit.Refused(_alive.Count, sentAt, now);
        }
        else if (failure is ApiFailure.UnknownFate)
        {
            _alive.Add(row); // there may be a run; whoever finds out says so
        }
    }

    public void Settle(int row) => _underWay.Remove(row);

    public void Hold(int row)
    {
        _alive.Add(row);
        PeakAlive = Math.Max(PeakAlive, _alive.Count);
    }

    public void Release(int row)
    {
        _alive.Remove(row);
        _underWay.Remove(row);
    }
}
