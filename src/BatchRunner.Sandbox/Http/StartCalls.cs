using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Http;

/// <summary>What creates runs.</summary>
internal static class StartCalls
{
    public static Reply Task(ApiCall call, string taskId)
    {
        StartBody.CheckTaskRun(call.Body);
        return Started(call.Platform.StartTask(taskId));
    }

    public static Reply Worker(ApiCall call, string workerId)
    {
        StartBody.CheckWorkerRun(call.Body);
        return Started(call.Platform.StartWorker(workerId));
    }

    public static Reply Rerun(ApiCall call, RunAddress run)
    {
        StartBody.CheckTaskRun(call.Body);
        return Started(call.Platform.Rerun(run));
    }

    private static Reply Started(StartReply start) => Envelope.Success(data =>
    {
        data.WriteStartObject();
        data.WriteString("run_slug", start.Slug);
        data.WriteEndObject();
    }) with
    { Trouble = start.Trouble };
}
