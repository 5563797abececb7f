using BatchRunner.Core.Journal;
using BatchRunner.Core.Progress;

namespace BatchRunner.Engine.Tests.Supervisor;

/// <summary>Hands what it hears to the test.</summary>
internal sealed class Listening : IBatchObserver
{
    public Action<BatchProgress> Heard { get; set; } = _ => { };

    public void OnProgress(BatchProgress progress, RowEvent what) => Heard(progress);

    public void OnNotice(string text)
    {
    }
}
