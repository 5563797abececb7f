namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private ActorTaskScheduler? _tasks;

    /// <summary>Runs an asynchronous handler: no user message is taken until it is done, and every step of it runs in this actor.</summary>
    public void RunTask(Func<Task> handler)
    {
        var scheduler = _tasks ??= new ActorTaskScheduler(this);
        (scheduler.Message, scheduler.Sender) = (CurrentMessage, Sender);
        SuspendSelf();
        _ = Task.Factory.StartNew(handler, CancellationToken.None, TaskCreationOptions.None, scheduler).Unwrap().ContinueWith(
            done =>
            {
                ResumeSelf();
                if (done.IsCompletedSuccessfully)
                {
                    CheckReceiveTimeout(reschedule: true);
                }
                else
                {
                    Fail(done.Exception?.InnerException ?? new TaskCanceledException(done));
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            scheduler);
    }

    private void RunStep(object? message, IActorRef sender, Action step)
    {
        CurrentMessage = message;
        Sender = sender;
        step();
        if (_perpetrator is null)
        {
            CurrentMessage = null;
        }
    }

    private sealed class ActorTaskScheduler(ActorCell cell) : TaskScheduler
    {
        public object? Message { get; set; }

        public IActorRef Sender { get; set; } = cell.Sender;

        protected override void QueueTask(Task task) =>
            cell.PostSystem(new Continue(() => cell.RunStep(Message, Sender, () => TryExecuteTask(task))));

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
            !taskWasPreviouslyQueued && ActorCell.Current == cell && TryExecuteTask(task);

        protected override IEnumerable<Task>? GetScheduledTasks() => null;
    }
}
