namespace BatchRunner.Acceptance.Fixture;

/// <summary>Waits for a state that nobody announces.</summary>
internal static class Until
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(10);

    /// <param name="what">Says in a failure what was waited for.</param>
    /// <param name="holds">Asked again and again until it is true.</param>
    public static async Task HoldsAsync(string what, Func<bool> holds)
    {
        using var timer = new PeriodicTimer(Period, TimeProvider.System);
        var begun = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < ProgramRun.Bound, $"waited in vain for: {what}");
            await timer.WaitForNextTickAsync();
        }
    }
}
