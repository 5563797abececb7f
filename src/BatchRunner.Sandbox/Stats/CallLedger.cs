using BatchRunner.Sandbox.Http;

namespace BatchRunner.Sandbox.Stats;

/// <summary>Counts what came in over HTTP.</summary>
internal sealed class CallLedger
{
    private readonly long[] _calls = new long[Enum.GetValues<CallKind>().Length];
    private long _rateLimited;
    private long _planLimited;
    private long _auth;
    private long _invalid;
    private long _keyLeaks;

    public long RateLimited => Volatile.Read(ref _rateLimited);

    public long PlanLimited => Volatile.Read(ref _planLimited);

    public long RefusedAuth => Volatile.Read(ref _auth);

    public long RefusedInvalid => Volatile.Read(ref _invalid);

    public long KeyLeaks => Volatile.Read(ref _keyLeaks);

    public long Of(CallKind kind) => Volatile.Read(ref _calls[(int)kind]);

    public void Came(CallKind kind) => Interlocked.Increment(ref _calls[(int)kind]);

    public void WasRateLimited() => Interlocked.Increment(ref _rateLimited);

    public void WasPlanLimited() => Interlocked.Increment(ref _planLimited);

    public void HadNoKey() => Interlocked.Increment(ref _auth);

    public void WasInvalid() => Interlocked.Increment(ref _invalid);

    public void LeakedKey() => Interlocked.Increment(ref _keyLeaks);
}
