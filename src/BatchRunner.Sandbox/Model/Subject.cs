namespace BatchRunner.Sandbox.Model;

/// <summary>What can be run: a saved task, or a Worker.</summary>
internal sealed class Subject(string name, bool isTask, Worker worker, ScenarioRule? rule)
{
    /// <summary>The task's id, or the Worker's path.</summary>
    public string Name { get; } = name;

    public bool IsTask { get; } = isTask;

    public Worker Worker { get; } = worker;

    /// <summary>The first rule that matches, or null.</summary>
    public ScenarioRule? Rule { get; } = rule;

    /// <summary>Runs created, reruns included.</summary>
    public int Runs { get; set; }

    /// <summary>Starts and reruns asked for, whatever became of them.</summary>
    public int Asked { get; set; }

    public DateTimeOffset? LastRunAt { get; set; }
}
