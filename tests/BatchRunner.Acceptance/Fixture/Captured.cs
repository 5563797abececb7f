using System.Text;

namespace BatchRunner.Acceptance.Fixture;

/// <summary>What a process has written so far; one can wait for a text to appear.</summary>
internal sealed class Captured
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _waiting = [];

    public Captured(TextReader reader) => Finished = PumpAsync(reader);

    /// <summary>Ends when the process has closed the stream.</summary>
    public Task Finished { get; }

    public override string ToString()
    {
        lock (_gate)
        {
            return _text.ToString();
        }
    }

    /// <summary>Ends when the text has been written; fails when the stream ends without it.</summary>
    public Task WaitForAsync(string text)
    {
        lock (_gate)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((text, seen));
            TellWaiting();
            return seen.Task;
        }
    }

    private async Task PumpAsync(TextReader reader)
    {
        var buffer = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            lock (_gate)
            {
                _text.Append(buffer, 0, read);
                TellWaiting();
            }
        }

        lock (_gate)
        {
            _waiting.ForEach(wait => wait.Seen.TrySetException(
                new InvalidOperationException($"'{wait.Text}' was never written, but this was:\n{_text}")));
        }
    }

    private void TellWaiting()
    {
        var text = _text.ToString();
        _waiting.RemoveAll(wait => text.Contains(wait.Text, StringComparison.Ordinal) && wait.Seen.TrySetResult());
    }
}
