using BatchRunner.Core.Api;

namespace BatchRunner.Engine.Supervisor;

/// <summary>
/// One call before anything is started: a wrong key costs one call, a wrong address starts nothing, and a gateway that is down
/// is waited for, because starts sent into an outage are starts in doubt.
/// </summary>
internal sealed class AccountCheck(ICoreClaw api, TimeProvider time)
{
    /// <summary>Gateway outages of 15 to 25 minutes have been reported.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <param name="onOutage">Told once, when CoreClaw answers but cannot serve.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CoreClawException">CoreClaw refuses the account, cannot be reached, or stays down.</exception>
    public async Task CheckAsync(Action<string> onOutage, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var told = false;
        while (true)
        {
            try
            {
                await api.GetAccountAsync(cancellationToken);
                return;
            }
            catch (CoreClawException e) when (e.Failure is ApiFailure.NotFound or ApiFailure.Invalid)
            {
                return; // CoreClaw answered in its own form and does not object to the key; balances are somebody else's concern
            }
            catch (CoreClawException e) when (e.Failure is ApiFailure.TransientRead && time.GetElapsedTime(began) < Patience)
            {
                if (!told)
                {
                    onOutage($"CoreClaw cannot serve now; nothing is started until it can ({e.Failure.Facts})");
                    told = true;
                }

                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
}
