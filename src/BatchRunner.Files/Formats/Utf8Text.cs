using System.Text;

namespace BatchRunner.Files;

/// <summary>
/// Reads UTF-8 with or without BOM. Bytes that are not UTF-8 come out as U+FFFF, which Unicode keeps out of texts: so reading goes
/// on, and whoever meets one knows the line.
/// </summary>
internal static class Utf8Text
{
    public const string NotUtf8 = "the line is not valid UTF-8: save the file as UTF-8";

    private const char Broken = '\uFFFF';

    private static readonly Encoding Utf8 =
        Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(Broken.ToString()));

    public static StreamReader Open(string path)
    {
        var file = new FileStream(path, new FileStreamOptions
        {
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.SequentialScan | FileOptions.Asynchronous,
        });
        return new StreamReader(file, Utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
    }

    public static bool IsBroken(string text) => text.Contains(Broken, StringComparison.Ordinal);
}
