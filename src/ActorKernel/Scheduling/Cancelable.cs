namespace Akka.Actor;

/// <summary>Ends a schedule. Whatever was not sent at that moment is never sent.</summary>
public sealed class Cancelable : ICancelable, IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly IActionScheduler _scheduler;

    public Cancelable(IActionScheduler scheduler)
    {
        _scheduler = scheduler;
    }

    public Cancelable(IActionScheduler scheduler, TimeSpan delay)
        : this(scheduler)
    {
        CancelAfter(delay);
    }

    public bool IsCancellationRequested => _source.IsCancellationRequested;

    public CancellationToken Token => _source.Token;

    public void Cancel() => _source.Cancel();

    public void Cancel(bool throwOnFirstException) => _source.Cancel(throwOnFirstException);

    public void CancelAfter(TimeSpan delay) => _scheduler.ScheduleOnce(delay, Cancel);

    public void Dispose() => _source.Dispose();
}
