namespace BatchRunner.Files;

/// <summary>A row of any format as text, before anything is understood.</summary>
/// <param name="line">The line on which it begins.</param>
/// <param name="ownCount">How many columns of the user's own are known so far.</param>
internal sealed class RawRecord(int line, int ownCount)
{
    private readonly string[] _fields = Empty(Fields.Count);
    private string[] _own = Empty(ownCount);

    public int Line => line;

    /// <summary>False where the id is already known to be wrong, so that it is not told twice.</summary>
    public bool IsIdToBeJudged { get; set; } = true;

    /// <summary>In the order of <see cref="OwnColumns"/>; empty where nothing is given.</summary>
    public IReadOnlyList<string> Own => _own;

    /// <summary>Empty where the field is not given.</summary>
    public string this[Field field]
    {
        get => _fields[(int)field];
        set => _fields[(int)field] = value;
    }

    public void SetOwn(int place, string value)
    {
        if (place >= _own.Length)
            _own = [.. _own, .. Empty(place + 1 - _own.Length)];
        _own[place] = value;
    }

    private static string[] Empty(int count)
    {
        if (count == 0)
            return [];
        var cells = new string[count];
        Array.Fill(cells, "");
        return cells;
    }
}
