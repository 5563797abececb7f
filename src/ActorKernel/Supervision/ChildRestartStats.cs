namespace Akka.Actor;

/// <summary>A child as its parent knows it: how often it was restarted of late, and whether it has been told to stop.</summary>
internal sealed class ChildRestartStats(LocalActorRef child)
{
    private int _restarts;
    private long _windowStart;

    public LocalActorRef Ref { get; } = child;

    public IActorRef Child => Ref;

    public bool IsDying { get; set; }

    /// <summary>Counts one restart and says whether it is still within the limit.</summary>
    /// <param name="maxRetries">Below zero is no limit.</param>
    /// <param name="window">Zero is for ever.</param>
    /// <param name="time">Real time, whatever the scheduler of the system tells.</param>
    public bool RequestRestart(int maxRetries, TimeSpan window, TimeProvider time)
    {
        if (maxRetries == 0)
        {
            return false;
        }

        if (window <= TimeSpan.Zero)
        {
            return maxRetries < 0 || ++_restarts <= maxRetries;
        }

        var now = time.GetTimestamp();
        if (_restarts == 0 || time.GetElapsedTime(_windowStart, now) > window)
        {
            _windowStart = now;
            _restarts = 0;
        }

        // A window without a limit allows one restart in it.
        return ++_restarts <= (maxRetries < 0 ? 1 : maxRetries);
    }
}
