using System.Buffers;
using System.Text.Json;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Exports;

internal static class ExportJson
{
    public static void WriteRow(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, string>> row)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in row)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    public static byte[] WriteArray(RunView run, IReadOnlyCollection<string> keys)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartArray();
        for (var i = 0; i < run.Results; i++)
        {
            WriteRow(writer, ResultRows.Row(run, i, keys));
        }

        writer.WriteEndArray();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] WriteLines(RunView run, IReadOnlyCollection<string> keys)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        for (var i = 0; i < run.Results; i++)
        {
            WriteRow(writer, ResultRows.Row(run, i, keys));
            writer.Flush();
            writer.Reset();
            buffer.Write("\n"u8);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
