namespace BatchRunner.Sandbox.Model;

/// <summary>Which run is meant: one by its slug, or the newest of a Worker, or the newest of the account.</summary>
internal readonly record struct RunAddress(string? Slug, string? WorkerId)
{
    public static RunAddress Last => default;

    public static RunAddress By(string slug) => new(slug, null);

    public static RunAddress LastOf(string workerId) => new(null, workerId);
}
