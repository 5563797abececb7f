namespace BatchRunner.Sandbox.Model;

/// <summary>Creates runs, or says why not. <see cref="Platform"/> guards it and brings it up to the present.</summary>
internal sealed class Starter(Scenario scenario, ulong seed, WorkerCatalog workers, RunArchive runs, Slots slots, Timeline timeline)
{
    private readonly SlugMint _slugs = new(Dice.Seed(seed, "slugs"));
    private readonly Dictionary<string, int> _perTask = new();
    private int _foreign;

    /// <summary>Own runs by task or Worker, reruns included.</summary>
    public IReadOnlyDictionary<string, int> PerTask => _perTask;

    public long Reruns { get; private set; }

    public long LostReplies { get; private set; }

    public StartReply Start(Subject subject, string? rerunOf, DateTimeOffset now)
    {
        if (subject.Rule?.Refuse is { } refuse)
        {
            var code = refuse.Code == Codes.TaskNotFound && !subject.IsTask ? Codes.WorkerNotFound : refuse.Code;
            throw new RefusalException(code, refuse.Http, refuse.Message, refuse.Details);
        }

        var trouble = Trouble(subject);
        if (trouble is not null && subject.Rule is { Lose: LoseReply.Before })
        {
            LostReplies++;
            return new StartReply(null, trouble);
        }

        if (slots.Full)
        {
            throw new RefusalException(Codes.PlanLimited, scenario.Switches.PlanLimitHttp);
        }

        LostReplies += trouble is null ? 0 : 1;
        return new StartReply(Create(subject, rerunOf, lost: trouble is not null, now).Slug, trouble);
    }

    /// <summary>Begins one more of other people's runs. It takes a slot even where none is free: it was there first.</summary>
    public void StartForeign(DateTimeOffset at)
    {
        var chance = Dice.Seed(seed, "foreign", _foreign++);
        var worker = workers.All[(int)(chance % (ulong)workers.All.Count)];
        var rule = new ScenarioRule { Match = "*", Duration = scenario.Foreign!.Duration, Ready = 0 };
        var subject = new Subject(worker.Path, isTask: false, worker, rule);
        Keep(new Run(_slugs.Next(at), subject, RunPlan.Make(rule, scenario.Defaults, 1, chance), at) { Foreign = true }, at);
    }

    private Run Create(Subject subject, string? rerunOf, bool lost, DateTimeOffset now)
    {
        subject.Runs++;
        subject.LastRunAt = now;
        _perTask[subject.Name] = subject.Runs;
        Reruns += rerunOf is null ? 0 : 1;
        var plan = RunPlan.Make(subject.Rule, scenario.Defaults, subject.Runs, Dice.Seed(seed, subject.Name, subject.Runs));
        return Keep(new Run(_slugs.Next(now), subject, plan, now) { RerunOf = rerunOf, Lost = lost }, now);
    }

    private Run Keep(Run run, DateTimeOffset at)
    {
        runs.Add(run);
        timeline.Admit(run, at);
        return run;
    }

    private ReplyTrouble? Trouble(Subject subject)
    {
        subject.Asked++;
        return ReplyTrouble.Of(subject.Rule) is { } trouble && Dice.Thrown(seed, "reply " + subject.Name, subject.Asked).Falls(subject.Rule!.Chance)
            ? trouble
            : null;
    }
}
