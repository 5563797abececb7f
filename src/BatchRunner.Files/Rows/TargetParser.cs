using System.Text.Json;
using BatchRunner.Core.Batches;

namespace BatchRunner.Files;

/// <summary>What a row runs: exactly one id, and for a Worker its input and version.</summary>
internal sealed class TargetParser(RawRecord record, FaultLog faults)
{
    private const string NoInput = "{}";

    private static readonly Field[] IdFields = [Field.TaskId, Field.WorkerId, Field.RunId];

    public RunTarget? Parse()
    {
        var filled = Array.FindAll(IdFields, field => Text(field).Length > 0);
        if (filled is not [var field])
        {
            if (record.IsIdToBeJudged)
                Fault(NotOneId(filled));
            return null;
        }

        var id = Text(field);
        if (IdText.FaultOf(field, id) is { } fault)
            Fault($"{field.ToName()} {Shown.Value(id)} {fault}");

        if (field == Field.WorkerId)
            return new RunTarget.Worker(id, Input(), NullIfEmpty(Text(Field.Version)));

        RefuseBeside(field, Field.Input);
        RefuseBeside(field, Field.Version);
        return field == Field.TaskId ? new RunTarget.Task(id) : new RunTarget.Rerun(id);
    }

    private static string NotOneId(Field[] filled) =>
        filled is []
            ? "task_id, worker_id and run_id are all empty: fill in one of them"
            : string.Join(" and ", filled.Select(Fields.ToName)) + " are filled in: a row has only one of them";

    private string Input()
    {
        var text = Text(Field.Input);
        if (text.Length == 0)
            return NoInput;
        if (!JsonText.TryParse(text, out var json, out var fault))
        {
            Fault($"input {Shown.Value(text)} {fault}");
            return NoInput;
        }

        using (json)
        {
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                Fault($"input {Shown.Value(text)} is {JsonText.KindOf(json.RootElement)}: write an object {{…}}");
            return text;
        }
    }

    private void RefuseBeside(Field id, Field field)
    {
        if (Text(field).Length > 0)
            Fault($"{field.ToName()} goes only with worker_id, not with {id.ToName()}: leave it empty");
    }

    private string Text(Field field) => record[field].Trim();

    private void Fault(string what) => faults.Add(record.Line, what);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
