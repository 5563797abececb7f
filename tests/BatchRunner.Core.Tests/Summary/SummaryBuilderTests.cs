using System.Runtime.CompilerServices;
using BatchRunner.Core.Api;
using BatchRunner.Core.Batches;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Summary;

namespace BatchRunner.Core.Tests.Summary;

public sealed class SummaryBuilderTests
{
    private readonly InMemoryJournal _journal = new();
    private readonly FilesInMemory _files = new();

    [Fact]
    public async Task Rule_5_every_row_gives_exactly_one_line_whatever_happened_to_it()
    {
        await Happened(new RowEvent.StartIntended(2, Given.Noon), new RowEvent.RunStarted(2, Given.Noon, "run-2", Adopted: false));
        await Happened(new RowEvent.StartIntended(4, Given.Noon));
        await Happened(
            new RowEvent.StartIntended(3, Given.Noon),
            new RowEvent.RunStarted(3, Given.Noon, "run-3", Adopted: false),
            new RowEvent.RunEnded(3, Given.Noon + TimeSpan.FromSeconds(2.5), Given.Report("run-3", RunStatus.Failed, "boom", 0.0217m)));

        var summary = await new SummaryBuilder(_journal, _files).WriteAsync(Request(stop: ExitCodes.Interrupted), CancellationToken.None);

        Assert.Equal(
            [(1, RowStatus.NotStarted), (2, RowStatus.Running), (3, RowStatus.Failed), (4, RowStatus.InDoubt), (5, RowStatus.NotStarted)],
            _files.Summary.Select(line => (line.Row.Number, line.Status)));
        Assert.Equal(("boom", 0.0217m, 2.5), (_files.Summary[2].Error, _files.Summary[2].Usage, _files.Summary[2].Elapsed!.Value.TotalSeconds));
        Assert.Equal((5, 2L, 0.0217m), (summary.Rows, summary.Attempts, summary.Usage));
        Assert.Equal(130, summary.ExitCode);
    }

    [Fact]
    public async Task Slots_are_used_as_much_as_runs_were_alive_in_the_time_there_was()
    {
        await Happened(
            new RowEvent.StartIntended(1, Given.Noon),
            new RowEvent.RunStarted(1, Given.Noon, "run-1", Adopted: false),
            new RowEvent.RunEnded(1, Given.Noon + TimeSpan.FromSeconds(10), Given.Report("run-1", RunStatus.Succeeded)));

        var summary = await new SummaryBuilder(_journal, _files).WriteAsync(Request(stop: null), CancellationToken.None);

        Assert.Equal(10d / (20 * 2), summary.SlotUtilization);
    }

    [Theory]
    [InlineData(null, RowStatus.Succeeded, 0)]
    [InlineData(null, RowStatus.Failed, 1)]
    [InlineData(null, RowStatus.Rejected, 1)]
    [InlineData(null, RowStatus.InDoubt, 4)]
    [InlineData(5, RowStatus.InDoubt, 5)]
    [InlineData(3, RowStatus.InDoubt, 3)]
    [InlineData(70, RowStatus.Failed, 70)]
    [InlineData(143, RowStatus.InDoubt, 143)]
    public void The_gravest_reason_gives_the_exit_code(int? stop, RowStatus status, int code)
    {
        var counts = Enum.GetValues<RowStatus>().ToDictionary(each => each, each => each == status ? 1 : 0);

        Assert.Equal(code, ExitCodes.Of(stop, counts));
    }

    private Task Happened(params RowEvent[] events) => _journal.AppendAsync(events, CancellationToken.None);

    private static SummaryRequest Request(int? stop) =>
        new(new FiveRows(), "runs/x", Given.Noon, Given.Noon + TimeSpan.FromSeconds(20), 1, 2, new CallCounts(1, 0, 0, 0, 0, 0, 0, 0, 0), 0, 0, 0, stop);

    private sealed class FiveRows : IBatch
    {
        public string Name => "five.txt";

        public int Count => 5;

        public IReadOnlyList<string> OwnColumns => [];

        public async IAsyncEnumerable<BatchRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            for (var number = 1; number <= Count; number++)
            {
                yield return new BatchRow(number, new RunTarget.Task($"task-{number}"));
            }
        }
    }
}
