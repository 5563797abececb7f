using System.Buffers;

namespace BatchRunner.CoreClaw.Transport;

/// <summary>Reads a whole body into memory, up to a bound.</summary>
internal static class BodyReader
{
    /// <summary>Far above a page of 100 rows; whoever wants more takes the export.</summary>
    public const int Bound = 64 << 20;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<(ReadOnlyMemory<byte> Body, BodyEnd End)> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        try
        {
            using var stream = await content.ReadAsStreamAsync(cancellationToken);
            int read;
            while ((read = await stream.ReadAsync(body.GetMemory(16 << 10), cancellationToken)) > 0)
            {
                body.Advance(read);
                if (body.WrittenCount > Bound)
                {
                    return (default, BodyEnd.TooLarge);
                }
            }
        }
        catch (Exception error) when (IsCut(error))
        {
            return (body.WrittenMemory, BodyEnd.Cut);
        }

        return (body.WrittenMemory, BodyEnd.Whole);
    }

    /// <summary>A connection that broke, or compressed data that does: InvalidDataException.</summary>
    public static bool IsCut(Exception error) => error is HttpRequestException or IOException or InvalidDataException;
}
