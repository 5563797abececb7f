using System.Text;
using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Tests.Scenarios;

/// <summary>What docs/sandbox.md says, held against the program.</summary>
public sealed class DocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Root(), "docs", "sandbox.md"));

    [Fact]
    public void The_example_is_a_scenario()
    {
        var start = Text.IndexOf("```json", Text.IndexOf("<!-- tested", StringComparison.Ordinal), StringComparison.Ordinal) + "```json".Length;
        var example = Text[start..Text.IndexOf("```", start, StringComparison.Ordinal)];
        var scenario = ScenarioFile.Parse(Encoding.UTF8.GetBytes(example), "docs/sandbox.md");

        Assert.Equal(new RunDefaults(), scenario.Defaults);
        Assert.Equal(new Switches(), scenario.Switches);
        Assert.Equal(8, scenario.Rules.Count);
        Assert.NotNull(new Platform(scenario, 1, new ManualTime()).StartTask("maps-x").Slug);
    }

    [Fact]
    public void Every_built_in_task_name_is_explained() =>
        Assert.All(BuiltInRules.All, static rule => Assert.Contains($"| `{rule.Match}` |", Text, StringComparison.Ordinal));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BatchRunner.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No BatchRunner.sln above the tests.");
        }

        return folder.FullName;
    }
}
