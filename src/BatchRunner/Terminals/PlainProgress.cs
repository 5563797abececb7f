using System.Globalization;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Progress;
using BatchRunner.Core.Summary;

namespace BatchRunner.Terminals;

/// <summary>How much is said while a batch runs.</summary>
internal enum Verbosity
{
    /// <summary>Warnings only.</summary>
    Quiet,

    /// <summary>A line at each tenth of the batch, or every 30 seconds.</summary>
    Normal,

    /// <summary>A line for each row besides.</summary>
    Verbose,
}

/// <summary>Progress as plain lines: at each tenth of the batch, or when 30 seconds have gone by since the last line.</summary>
internal sealed class PlainProgress : IBatchObserver, IDisposable
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly TextWriter _error;
    private readonly Verbosity _verbosity;
    private readonly ITimer _timer;
    private BatchProgress _last;
    private int _tenths;

    public PlainProgress(TextWriter error, Verbosity verbosity, int rows, TimeProvider time)
    {
        (_error, _verbosity, _last) = (error, verbosity, new BatchProgress(rows));
        _timer = time.CreateTimer(_ => OnSilence(), null, LongestSilence, LongestSilence);
    }

    public void OnProgress(BatchProgress progress, RowEvent what)
    {
        lock (_gate)
        {
            _last = progress;
            if (_verbosity == Verbosity.Verbose && Describe(what) is { } line)
            {
                _error.WriteLine(line);
            }

            var tenths = progress.EndedRows * 10 / progress.Rows;
            if (tenths > _tenths && tenths < 10)
            {
                _tenths = tenths;
                Say();
            }
        }
    }

    public void OnNotice(string text) => _error.WriteLine($"batchrunner: {text}");

    public void Dispose() => _timer.Dispose();

    private void OnSilence()
    {
        lock (_gate)
        {
            Say();
        }
    }

    private void Say()
    {
        if (_verbosity == Verbosity.Quiet)
        {
            return;
        }

        _timer.Change(LongestSilence, LongestSilence);
        _error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_last.EndedRows} of {_last.Rows} rows: {Counts(_last.Ended)}; {_last.Alive} running; usage {_last.Usage}"));
    }

    /// <summary>The counts that are not zero, e.g. <c>38 succeeded, 2 failed</c>.</summary>
    public static string Counts(IReadOnlyDictionary<RowStatus, int> counts)
    {
        var parts = counts.Where(count => count.Value > 0).OrderBy(count => count.Key)
            .Select(count => $"{count.Value} {count.Key.ToWord().Replace('_', ' ')}").ToList();
        return parts.Count == 0 ? "none ended yet" : string.Join(", ", parts);
    }

    private static string? Describe(RowEvent what) =>
        what switch
        {
            RowEvent.RunStarted started => $"row {started.Row}: run {started.RunSlug} started{(started.Adopted ? " (found again after a lost reply)" : "")}",
            RowEvent.StartLost lost => $"row {lost.Row}: the reply to the start was lost, looking it up: {lost.Why.Text}",
            RowEvent.RunEnded ended => $"row {ended.Row}: run {ended.Report.Slug} {ended.Report.StatusText}",
            RowEvent.RowEnded { Why: { } why } ended => $"row {ended.Row}: {ended.Status.ToWord()}: {why.Code}: {why.Text}",
            _ => null,
        };
}
