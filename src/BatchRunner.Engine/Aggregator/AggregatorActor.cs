using Akka.Actor;
using BatchRunner.Core.Journal;
using BatchRunner.Core.Progress;
using BatchRunner.Core.Summary;
using static BatchRunner.Engine.Aggregator.AggregatorProtocol;

namespace BatchRunner.Engine.Aggregator;

// One behaviour: counts events as they happen, and writes the summary when asked to.
internal sealed class AggregatorActor : ReceiveActor
{
    private readonly IBatchObserver _observer;
    private BatchProgress _progress;

    public AggregatorActor(int rows, IBatchObserver observer, SummaryBuilder summaries)
    {
        _observer = observer;
        _progress = new BatchProgress(rows);
        Receive<RowEvent>(OnRowEvent);
        Receive<Notice>(m => observer.OnNotice(m.Text));
        Receive<WriteSummary>(m =>
        {
            var asker = Sender;
            summaries.WriteAsync(m.Request, CancellationToken.None).PipeTo(
                asker, Self, success: summary => new SummaryWritten(summary), failure: error => new SummaryFailed(error));
        });
    }

    private void OnRowEvent(RowEvent e)
    {
        _progress = _progress.Apply(e);
        _observer.OnProgress(_progress, e);
    }
}
