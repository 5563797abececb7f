using System.Text;
using BatchRunner.Core.Batches;

namespace BatchRunner.Files.Tests.Support;

/// <summary>Reads a batch out of a text or bytes, under the name <c>b</c>.</summary>
internal static class Read
{
    public static Task<string[]> FaultsOfTxt(string text) => FaultsOf(BatchFormat.Txt, Encoding.UTF8.GetBytes(text));

    public static Task<string[]> FaultsOfCsv(string text) => FaultsOf(BatchFormat.Csv, Encoding.UTF8.GetBytes(text));

    public static Task<string[]> FaultsOfJsonl(string text) => FaultsOf(BatchFormat.Jsonl, Encoding.UTF8.GetBytes(text));

    public static async Task<string[]> FaultsOf(BatchFormat format, byte[] content)
    {
        using var folder = new TempFolder();
        var result = await OpenAsync(folder, format, content);
        Assert.Equal(result.IsGood, result.Faults.Count == 0);
        return [.. result.Faults.Select(fault => fault.ToString())];
    }

    public static Task<Batch> Txt(string text) => Good(BatchFormat.Txt, Encoding.UTF8.GetBytes(text));

    public static Task<Batch> Csv(string text) => Good(BatchFormat.Csv, Encoding.UTF8.GetBytes(text));

    public static Task<Batch> Jsonl(string text) => Good(BatchFormat.Jsonl, Encoding.UTF8.GetBytes(text));

    public static async Task<Batch> Good(BatchFormat format, byte[] content)
    {
        using var folder = new TempFolder();
        var result = await OpenAsync(folder, format, content);
        Assert.Empty(result.Faults);
        Assert.True(result.IsGood);
        List<BatchRow> rows = [];
        await foreach (var row in result.Batch.ReadAsync(CancellationToken.None))
            rows.Add(row);
        Assert.Equal(result.Batch.Count, rows.Count);
        return new Batch(result.Batch.OwnColumns, rows);
    }

    private static async Task<BatchFileResult> OpenAsync(TempFolder folder, BatchFormat format, byte[] content)
    {
        await File.WriteAllBytesAsync(folder["content"], content);
        return await BatchFile.OpenAsync(folder["content"], "b", format, CancellationToken.None);
    }
}

internal sealed record Batch(IReadOnlyList<string> OwnColumns, IReadOnlyList<BatchRow> Rows);
