using System.Text.Json;
using Flurl.Http.Configuration;

namespace BatchRunner.CoreClaw.Reading;

/// <summary>Gives Flurl the compiled contracts in place of Newtonsoft.Json. A type without a contract is refused.</summary>
internal sealed class ContractSerializer : ISerializer
{
    public string Serialize(object obj) => JsonSerializer.Serialize(obj, obj.GetType(), ApiJson.Default);

    public T Deserialize<T>(string s) => (T)JsonSerializer.Deserialize(s, typeof(T), ApiJson.Default)!;

    public T Deserialize<T>(Stream stream) => (T)JsonSerializer.Deserialize(stream, typeof(T), ApiJson.Default)!;
}
