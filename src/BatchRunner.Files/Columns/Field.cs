using System.Collections.Frozen;

namespace BatchRunner.Files;

/// <summary>The columns of a batch file that mean something to the program.</summary>
internal enum Field
{
    TaskId,
    WorkerId,
    RunId,
    Label,
    Input,
    Version,
    CallbackUrl,
    MaxAttempts,
    Timeout,
}

internal static class Fields
{
    private static readonly string[] Names =
        ["task_id", "worker_id", "run_id", "label", "input", "version", "callback_url", "max_attempts", "timeout"];

    private static readonly FrozenDictionary<string, Field> ByName =
        Enum.GetValues<Field>().ToFrozenDictionary(ToName, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Field> ByLetters =
        Enum.GetValues<Field>().ToFrozenDictionary(field => LettersOf(field.ToName()), StringComparer.OrdinalIgnoreCase);

    public static int Count => Names.Length;

    public static bool IsId(this Field field) => field is Field.TaskId or Field.WorkerId or Field.RunId;

    public static string ToName(this Field field) => Names[(int)field];

    public static bool TryFind(string name, out Field field) => ByName.TryGetValue(name, out field);

    /// <summary>Finds the field that a name such as <c>Task ID</c> or <c>max-attempts</c> was most likely meant to be.</summary>
    public static bool TryGuess(string name, out Field field) => ByLetters.TryGetValue(LettersOf(name), out field);

    private static string LettersOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
