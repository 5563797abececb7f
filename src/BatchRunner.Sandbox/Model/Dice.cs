namespace BatchRunner.Sandbox.Model;

/// <summary>Seeded chance (SplitMix64): the same seed always falls the same way, in whatever order others are thrown.</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A seed made of several things, the same on every machine and in every process.</summary>
    public static ulong Seed(ulong seed, string text, long number = 0)
    {
        var hash = 0xCBF29CE484222325UL ^ Mix(seed);
        foreach (var character in text)
        {
            hash = (hash ^ character) * 0x100000001B3UL;
        }

        return Mix(hash ^ Mix((ulong)number));
    }

    /// <summary>Dice whose seed is made of several things.</summary>
    public static Dice Thrown(ulong seed, string text, long number = 0) => new(Seed(seed, text, number));

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    /// <summary>0 up to, but not, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Pick(Between span) => span.Min + (Share() * (span.Max - span.Min));

    /// <summary>A whole number; both ends can come up.</summary>
    public int PickWhole(double min, double max) => (int)Math.Min(max, Math.Floor(min + (Share() * (max - min + 1))));

    public bool Falls(double chance) => chance >= 1 || (chance > 0 && Share() < chance);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
