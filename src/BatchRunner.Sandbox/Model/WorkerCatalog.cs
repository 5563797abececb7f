using System.Collections.Concurrent;

namespace BatchRunner.Sandbox.Model;

/// <summary>Thirty Workers, and any other that is asked for as <c>owner~name</c>.</summary>
internal sealed class WorkerCatalog
{
    private const long Founded = 1_750_000_000_000;
    private static readonly string[] Sites = ["google-maps", "amazon", "linkedin", "instagram", "tiktok", "youtube", "ebay", "booking", "zillow", "yelp"];
    private static readonly string[] Kinds = ["scraper", "reviews", "search"];
    private readonly ConcurrentDictionary<string, Worker> _byPath = new();
    private readonly ConcurrentDictionary<string, Worker> _bySlug = new();

    public WorkerCatalog() => All = [.. Sites.SelectMany(site => Kinds.Select(kind => Named($"coreclaw~{site}-{kind}")))];

    /// <summary>The Workers that the account sees.</summary>
    public IReadOnlyList<Worker> All { get; }

    public static bool IsPath(string text) =>
        text.Split('~') is [{ Length: > 0 }, { Length: > 0 }] && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~');

    /// <summary>The Worker behind a task: always the same one for the same id.</summary>
    public Worker ForTask(string taskId) => All[(int)(Dice.Seed(0, taskId) % (ulong)All.Count)];

    public Worker Named(string path) => _byPath.GetOrAdd(path, _ =>
    {
        var dice = new Dice(Dice.Seed(0, path));
        var slug = Ulid.Text(Ulid.Value(Founded + dice.PickWhole(0, 1e9), new UInt128(dice.Next(), dice.Next())));
        var worker = new Worker(slug, path, Title(path), $"v1.{dice.PickWhole(0, 4)}.{dice.PickWhole(0, 9)}");
        _bySlug[slug] = worker;
        return worker;
    });

    /// <summary>By slug or <c>owner~name</c>; null where there is no such Worker.</summary>
    public Worker? Find(string id) =>
        _bySlug.TryGetValue(id, out var worker) ? worker : IsPath(id) ? Named(id) : null;

    private static string Title(string path) => string.Join(
        ' ',
        path[(path.IndexOf('~', StringComparison.Ordinal) + 1)..].Split('-', StringSplitOptions.RemoveEmptyEntries).Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
}
