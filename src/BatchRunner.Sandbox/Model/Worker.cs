namespace BatchRunner.Sandbox.Model;

/// <param name="Slug">Its ULID.</param>
/// <param name="Path">As <c>owner~name</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="Version">Its current version.</param>
internal sealed record Worker(string Slug, string Path, string Title, string Version)
{
    public string Owner => Path[..Path.IndexOf('~', StringComparison.Ordinal)];

    public string Name => Path[(Path.IndexOf('~', StringComparison.Ordinal) + 1)..];
}
