namespace BatchRunner.Files;

/// <summary>The user's own columns, in order of first appearance. Names are compared without regard to case.</summary>
internal sealed class OwnColumns
{
    /// <summary>Keeps memory bounded where every line of a JSON file brings new keys.</summary>
    public const int Limit = 1000;

    private const int Refused = -1;

    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private bool _isFull;

    public IReadOnlyList<string> Names => _names;

    /// <summary>The column's place, new or known; false where a column cannot be called that, which is told the first time.</summary>
    public bool TryPlace(string name, int line, FaultLog faults, out int place)
    {
        if (!_places.TryGetValue(name, out place))
            place = Add(name, line, faults);
        return place != Refused;
    }

    private int Add(string name, int line, FaultLog faults)
    {
        if (_isFull)
            return Refused;
        if (_names.Count == Limit)
        {
            faults.Add(line, $"there are more than {Limit} columns of your own: move what varies from row to row into values");
            _isFull = true;
            return Refused;
        }

        if (OwnColumnName.FaultOf(name) is { } fault)
        {
            faults.Add(line, fault);
            return _places[name] = Refused;
        }

        _names.Add(name);
        return _places[name] = _names.Count - 1;
    }
}
