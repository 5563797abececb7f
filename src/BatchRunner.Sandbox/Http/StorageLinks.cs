using System.Globalization;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>Signed links to the storage origin: export files and whole logs.</summary>
internal sealed class StorageLinks(int seed)
{
    private readonly ulong _secret = Dice.Seed(0, "storage", seed);

    /// <summary>Where the storage origin listens; set once it does.</summary>
    public Uri? Origin { get; set; }

    /// <param name="path">Begins with a slash.</param>
    /// <param name="keys">The columns that are wanted; empty = all.</param>
    public string Link(string path, string keys = "")
    {
        var fields = keys.Length == 0 ? "" : $"fields={Uri.EscapeDataString(keys)}&";
        return $"{Origin!.GetLeftPart(UriPartial.Authority)}{path}?{fields}signature={Signature(path, keys)}";
    }

    public bool IsGenuine(string path, string keys, string? signature) => string.Equals(signature, Signature(path, keys), StringComparison.Ordinal);

    private string Signature(string path, string keys) => Dice.Seed(_secret, path + "|" + keys).ToString("x16", CultureInfo.InvariantCulture);
}
