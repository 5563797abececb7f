using System.IO.Enumeration;

namespace BatchRunner.Sandbox.Model;

/// <summary>Finds the Worker and the rule for whatever is run, and remembers them.</summary>
internal sealed class SubjectBook(Scenario scenario, WorkerCatalog workers)
{
    private readonly Dictionary<string, Subject> _tasks = new();
    private readonly Dictionary<string, Subject> _workers = new();
    private readonly ScenarioRule[] _rules = [.. scenario.Rules, .. BuiltInRules.All];

    public IEnumerable<Subject> Tasks => _tasks.Values;

    public IEnumerable<Subject> All => _tasks.Values.Concat(_workers.Values);

    public Subject Task(string id)
    {
        if (!_tasks.TryGetValue(id, out var subject))
        {
            var rule = RuleFor(id);
            subject = new Subject(id, isTask: true, rule?.Worker is { } path ? workers.Named(path) : workers.ForTask(id), rule);
            _tasks.Add(id, subject);
        }

        return subject;
    }

    public Subject Worker(Worker worker)
    {
        if (!_workers.TryGetValue(worker.Path, out var subject))
        {
            subject = new Subject(worker.Path, isTask: false, worker, RuleFor(worker.Name));
            _workers.Add(worker.Path, subject);
        }

        return subject;
    }

    private ScenarioRule? RuleFor(string name) =>
        Array.Find(_rules, rule => FileSystemName.MatchesSimpleExpression(rule.Match, name, ignoreCase: false));
}
