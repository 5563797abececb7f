using System.Text.Json.Serialization;
using BatchRunner.CoreClaw.Accounts;
using BatchRunner.CoreClaw.Logs;
using BatchRunner.CoreClaw.Results;
using BatchRunner.CoreClaw.Runs;
using BatchRunner.CoreClaw.Starts;
using BatchRunner.CoreClaw.Tasks;

namespace BatchRunner.CoreClaw.Reading;

/// <summary>
/// The JSON contracts, compiled. Unknown fields are ignored and missing ones are null; where CoreClaw's documents disagree
/// about a type, the converters take every form.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = Depth,
    Converters = [typeof(AnyInteger), typeof(AnyDecimal), typeof(AnyText), typeof(AnyTextList), typeof(AnyLogEntry)])]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(RunContract))]
[JsonSerializable(typeof(RunListContract))]
[JsonSerializable(typeof(ResultListContract))]
[JsonSerializable(typeof(ExportContract))]
[JsonSerializable(typeof(LogContract))]
[JsonSerializable(typeof(LogEntryFields))]
[JsonSerializable(typeof(TaskContract))]
[JsonSerializable(typeof(AccountContract))]
[JsonSerializable(typeof(StartedContract))]
[JsonSerializable(typeof(StartBody))]
[JsonSerializable(typeof(NoBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Result rows are the Workers' own JSON and may be deep.</summary>
    public const int Depth = 256;
}
