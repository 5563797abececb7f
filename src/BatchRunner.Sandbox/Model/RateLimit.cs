namespace BatchRunner.Sandbox.Model;

/// <summary>A bucket of permits that fills evenly. Not for several threads: <see cref="Platform"/> guards it.</summary>
internal sealed class RateLimit
{
    private readonly double _rate;
    private readonly double _burst;
    private readonly TimeSpan? _shutOut;
    private double _permits;
    private DateTimeOffset _filledAt;
    private DateTimeOffset _shutUntil = DateTimeOffset.MinValue;

    public RateLimit(Scenario scenario, DateTimeOffset now)
    {
        _rate = scenario.RateAlgorithm is RateAlgorithm.None ? 0 : scenario.Rate;
        _burst = Math.Max(1, scenario.Burst ?? _rate);
        _shutOut = scenario.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        _permits = _burst;
        _filledAt = now;
    }

    /// <summary>Calls that came although they had been told to stay away longer.</summary>
    public long Early { get; private set; }

    public RateVerdict Ask(DateTimeOffset now)
    {
        if (_rate <= 0)
        {
            return RateVerdict.Granted;
        }

        if (now < _shutUntil)
        {
            Early++;
            return new RateVerdict(true, _shutUntil - now);
        }

        _permits = Math.Min(_burst, _permits + ((now - _filledAt).TotalSeconds * _rate));
        _filledAt = now;
        if (_permits >= 1 - 1e-9)
        {
            _permits--;
            return RateVerdict.Granted;
        }

        _shutUntil = now + (_shutOut ?? TimeSpan.Zero);
        return new RateVerdict(true, _shutOut);
    }
}

/// <param name="Refused">Too many calls.</param>
/// <param name="Wait">For how long to stay away, where the scenario tells.</param>
internal readonly record struct RateVerdict(bool Refused, TimeSpan? Wait)
{
    public static RateVerdict Granted => default;
}
