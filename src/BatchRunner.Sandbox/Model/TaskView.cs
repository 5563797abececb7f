namespace BatchRunner.Sandbox.Model;

/// <summary>A saved task as it stood at one instant.</summary>
/// <param name="Slug">Its id in paths.</param>
/// <param name="Worker">What it runs.</param>
/// <param name="Runs">How often it ran.</param>
/// <param name="LastRunId">A number that is no run slug; 0 = it never ran.</param>
/// <param name="CreatedAt">When it was saved.</param>
internal sealed record TaskView(string Slug, Worker Worker, int Runs, long LastRunId, DateTimeOffset CreatedAt)
{
    private const long Founded = 1_767_225_600;

    /// <summary>Unix nanoseconds of its creation: beyond what a double can hold.</summary>
    public long Id => (CreatedAt.ToUnixTimeMilliseconds() * 1_000_000) + (long)(Dice.Seed(1, Slug) % 1_000_000);

    public static TaskView Of(Subject task) => new(
        task.Name,
        task.Worker,
        task.Runs,
        task.LastRunAt is { } last ? last.ToUnixTimeMilliseconds() * 1_000_000 : 0,
        Ulid.TimeOf(task.Name) ?? DateTimeOffset.FromUnixTimeSeconds(Founded + (long)(Dice.Seed(2, task.Name) % 10_000_000)));
}
