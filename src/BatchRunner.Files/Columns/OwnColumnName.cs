namespace BatchRunner.Files;

/// <summary>What a column of the user's own cannot be called.</summary>
internal static class OwnColumnName
{
    public static string? FaultOf(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0)
            return "a column has no name: name it or remove it";
        if (SummaryColumns.Contains(trimmed))
            return $"column {Shown.Value(trimmed)} is one that summary.csv has itself: rename or remove it";

        return Fields.TryGuess(trimmed, out var field)
            ? $"column {Shown.Value(trimmed)} is not known: did you mean {field.ToName()}? If it is your own, give it another name"
            : null;
    }
}
