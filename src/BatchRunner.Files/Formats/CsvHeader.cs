namespace BatchRunner.Files;

/// <summary>The header row of a CSV file: which cell of a row means what.</summary>
internal sealed class CsvHeader
{
    private readonly Field?[] _fields;
    private readonly int?[] _ownPlaces;
    private readonly int _ownCount;
    private readonly bool _hasId;

    private CsvHeader(Field?[] fields, int?[] ownPlaces, int ownCount)
    {
        (_fields, _ownPlaces, _ownCount) = (fields, ownPlaces, ownCount);
        _hasId = fields.Any(field => field?.IsId() ?? false);
    }

    public int CellCount => _fields.Length;

    public static CsvHeader Read(IReadOnlyList<string> names, int line, OwnColumns own, FaultLog faults)
    {
        var fields = new Field?[names.Count];
        var ownPlaces = new int?[names.Count];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i].Trim();
            if (name.Length > 0 && !seen.Add(name))
                faults.Add(line, $"column {Shown.Value(name)} stands there twice: rename or remove one");
            else if (Fields.TryFind(name, out var field))
                fields[i] = field;
            else if (own.TryPlace(names[i], line, faults, out var place))
                ownPlaces[i] = place;
        }

        var header = new CsvHeader(fields, ownPlaces, own.Names.Count);
        if (!header._hasId)
            faults.Add(line, "there is no column task_id, worker_id or run_id in the header: " + HintAt(names));
        return header;
    }

    public RawRecord ToRecord(int line, IReadOnlyList<string> cells)
    {
        var record = new RawRecord(line, _ownCount) { IsIdToBeJudged = _hasId };
        for (var i = 0; i < cells.Count; i++)
        {
            if (_fields[i] is { } field)
                record[field] = cells[i];
            else if (_ownPlaces[i] is { } place)
                record.SetOwn(place, cells[i]);
        }

        return record;
    }

    private static string HintAt(IReadOnlyList<string> names)
    {
        if (names is [var only] && only.AsSpan().IndexOfAny(';', '\t') >= 0)
            return "separate the columns with commas";
        return names.Any(name => Fields.TryGuess(name, out var field) && field.IsId())
            ? "correct its name"
            : "each row runs a saved task, a Worker or an old run, and says so in one of them";
    }
}
