namespace BatchRunner.Sandbox.Model;

/// <summary>The plan's slots: who holds one now, and how many were held at most.</summary>
internal sealed class Slots(int plan)
{
    /// <summary>Slots held by everybody.</summary>
    public int Taken { get; private set; }

    /// <summary>Slots held by the caller's own runs.</summary>
    public int Own { get; private set; }

    /// <summary>The most slots that the caller's own runs ever held at one time.</summary>
    public int PeakOwn { get; private set; }

    public bool Full => plan > 0 && Taken >= plan;

    public void Take(Run run)
    {
        Taken++;
        if (!run.Foreign)
        {
            Own++;
            PeakOwn = Math.Max(PeakOwn, Own);
        }
    }

    public void Free(Run run)
    {
        Taken--;
        Own -= run.Foreign ? 0 : 1;
    }
}
