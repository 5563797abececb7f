namespace BatchRunner.Sandbox.Model;

/// <summary>Makes run slugs: each later than the one before, also within a millisecond.</summary>
internal sealed class SlugMint(ulong seed)
{
    private Dice _dice = new(seed);
    private UInt128 _last;

    public string Next(DateTimeOffset at)
    {
        // The topmost bit of chance stays free, so that counting up within a millisecond cannot spill into the time.
        var fresh = Ulid.Value(at.ToUnixTimeMilliseconds(), new UInt128(_dice.Next() & 0x7FFF, _dice.Next()));
        _last = fresh > _last ? fresh : _last + 1;
        return Ulid.Text(_last);
    }
}
