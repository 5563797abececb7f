namespace BatchRunner.Files;

/// <summary>What an id may look like: it becomes one segment of a URL's path.</summary>
internal static class IdText
{
    public const int MaxLength = 200;

    /// <returns>What is wrong with it, or null.</returns>
    public static string? FaultOf(Field field, string id)
    {
        if (id.Length > MaxLength)
            return $"is longer than {MaxLength} characters: that is no id";
        foreach (var c in id)
        {
            if (char.IsWhiteSpace(c))
                return "has white space in it: write the id alone";
            if (char.IsControl(c) || c is '\\' or '?' or '#' or '%')
                return $"has the character {Shown.Value(c.ToString())} in it, which no id has";
        }

        if (id is "." or "..")
            return "is not an id";
        if (field == Field.RunId && id == "last")
            return "is no run's id: name the run itself, because the last one may be somebody else's";
        if (!id.Contains('/', StringComparison.Ordinal))
            return null;
        if (field != Field.WorkerId)
            return "has a '/' in it: write the id alone, not an address";
        return id.Split('/') is [not ("" or "." or ".."), not ("" or "." or "..")]
            ? null
            : "is not a Worker's id: write its slug or owner/name";
    }
}
