using System.Globalization;

namespace BatchRunner.Sandbox.Model;

/// <summary>The rows of a run: always the same ones, made when they are asked for.</summary>
internal static class ResultRows
{
    public const string DataId = "__coreclaw_data_id__";

    /// <summary>Columns and their labels. The values hold commas, quotes and accents on purpose.</summary>
    public static readonly IReadOnlyList<(string Key, string Label)> Headers =
        [("title", "Title"), ("address", "Address"), ("rating", "Rating"), ("url", "URL")];

    private static readonly string[] Names = ["Café Luna", "Bar \"Zero\"", "Müller & Söhne", "Tea House", "喫茶店", "The Old Mill"];
    private static readonly string[] Streets = ["Main Street", "Rue de l'Été", "Lindenallee", "5th Avenue"];

    /// <param name="run">Whose rows.</param>
    /// <param name="index">From 0.</param>
    /// <param name="keys">Only these columns, the id not among them; empty = all, and the id.</param>
    public static IEnumerable<KeyValuePair<string, string>> Row(RunView run, int index, IReadOnlyCollection<string> keys)
    {
        var dice = new Dice(Dice.Seed(run.Run.Plan.Seed, "row", index));
        var number = dice.PickWhole(1, 200);
        string[] values =
        [
            $"{Names[dice.PickWhole(0, Names.Length - 1)]} {index + 1}",
            $"{number} {Streets[dice.PickWhole(0, Streets.Length - 1)]}, Floor {dice.PickWhole(1, 9)}",
            (dice.PickWhole(10, 50) / 10m).ToString("0.0", CultureInfo.InvariantCulture),
            $"https://example.com/{dice.Next():x12}",
        ];
        for (var i = 0; i < values.Length; i++)
        {
            if (keys.Count == 0 || keys.Contains(Headers[i].Key))
            {
                yield return new(Headers[i].Key, values[i]);
            }
        }

        if (keys.Count == 0)
        {
            yield return new(DataId, $"{run.Run.Slug}-{index}");
        }
    }
}
