namespace BatchRunner.Running;

/// <summary>A batch as a file that can be read more than once: the file itself, or a temporary copy of standard input.</summary>
internal sealed class ReadableCopy : IDisposable
{
    private readonly bool _isTemporary;

    private ReadableCopy(string path, bool isTemporary) => (Path, _isTemporary) = (path, isTemporary);

    public string Path { get; }

    public static async Task<ReadableCopy> OfAsync(BatchInput input, CancellationToken cancellationToken)
    {
        if (input.Name != BatchInput.StandardInput)
        {
            return new ReadableCopy(input.Name, isTemporary: false);
        }

        var copy = new ReadableCopy(System.IO.Path.GetTempFileName(), isTemporary: true);
        await using var content = input.Open();
        await using var file = File.Create(copy.Path);
        await content.CopyToAsync(file, cancellationToken).WaitAsync(cancellationToken); // a console does not hear the token
        return copy;
    }

    public void Dispose()
    {
        if (_isTemporary)
        {
            File.Delete(Path);
        }
    }
}
