using System.Text.Json;

namespace BatchRunner.Files;

/// <summary>One line of a JSON file: its keys sorted into fields and the user's own columns. A null counts as not given.</summary>
internal sealed class JsonlObject(int line, OwnColumns own, FaultLog faults)
{
    private readonly RawRecord _record = new(line, own.Names.Count);
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    public RawRecord Read(JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (!_seen.Add(property.Name))
                faults.Add(line, $"key {Shown.Value(property.Name)} stands there twice: rename or remove one");
            else if (Fields.TryFind(property.Name, out var field))
                SetField(field, property.Value);
            else if (own.TryPlace(property.Name, line, faults, out var place))
                _record.SetOwn(place, IsNull(property.Value) ? "" : JsonText.CellOf(property.Value));
        }

        return _record;
    }

    private void SetField(Field field, JsonElement value)
    {
        if (IsNull(value))
            return;
        if (field == Field.Input ? value.ValueKind == JsonValueKind.Object : IsText(value))
        {
            _record[field] = field == Field.Input ? value.GetRawText() : JsonText.CellOf(value);
            return;
        }

        var wanted = field == Field.Input ? "an object {…}" : "a string";
        faults.Add(line, $"{field.ToName()} is {JsonText.KindOf(value)}: write {wanted}");
        _record.IsIdToBeJudged &= !field.IsId();
    }

    private static bool IsNull(JsonElement value) => value.ValueKind == JsonValueKind.Null;

    private static bool IsText(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number;
}
