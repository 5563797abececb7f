using System.Text;

namespace BatchRunner.Sandbox.Tests.Scenarios;

public sealed class ScenarioFileTests
{
    [Fact]
    public void Comments_and_trailing_commas_are_welcome_and_what_is_left_out_keeps_its_default()
    {
        var scenario = Parse("""
            {
              // as on the Starter plan
              "plan": 5,
              "defaults": { "duration": 3, },
              "switches": { "cancelledEndsAs": "aborted" },
              "rules": [{ "match": "x-*", "usage": { "min": 0.1, "max": 0.2 }, "lose": "after" }],
            }
            """);

        Assert.Equal((5, 20), (scenario.Plan, scenario.Rate));
        Assert.Equal(new RunDefaults { Duration = new(3, 3) }, scenario.Defaults);
        Assert.Equal(CancelledEnd.Aborted, scenario.Switches.CancelledEndsAs);
        Assert.Equal(new ScenarioRule { Match = "x-*", Usage = new(0.1, 0.2), Lose = LoseReply.After }, scenario.Rules[0]);
    }

    [Theory]
    [InlineData("""{"plam": 5}""", "s.json:1: plam: unknown field")]
    [InlineData("{\n\"plan\": \"five\"}", "s.json:2: plan: expected a whole number")]
    [InlineData("""{"rate": true}""", "s.json:1: rate: expected a number")]
    [InlineData("""{"tasks": 5}""", "s.json:1: tasks: expected a list")]
    [InlineData("""{"defaults": 5}""", "s.json:1: defaults: expected an object")]
    [InlineData("""{"rules": [{"failFirst": 1}]}""", "s.json:1: rules[0]: \"match\" is missing")]
    [InlineData("""{"rules": [{"match": "x", "duration": {"min": 1, "mux": 2}}]}""", "s.json:1: rules[0].duration: unknown field \"mux\"; expected a number or {\"min\": …, \"max\": …}")]
    [InlineData("""{"rules": [{"match": "x", "lose": "maybe"}]}""", "s.json:1: rules[0].lose: expected one of \"before\", \"after\"")]
    [InlineData("""{"rules": null}""", "s.json:1: rules: must not be null")]
    [InlineData("""{"rules": [null]}""", "s.json: rules[0]: must not be null")]
    [InlineData("""{"tasks": ["a", null]}""", "s.json: tasks[1]: must not be null")]
    [InlineData("null", "s.json: expected a JSON object, found null")]
    [InlineData("[]", "s.json:1: expected an object")]
    public void A_file_that_is_no_scenario_is_refused_with_the_place(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ScenarioException>(() => Parse(text)).Message);

    [Fact]
    public void Broken_JSON_is_refused_with_its_line() =>
        Assert.StartsWith("s.json:2: ", Assert.Throws<ScenarioException>(() => Parse("{\n\"plan\" 5}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Everything_that_makes_no_sense_is_named_at_once()
    {
        var message = Assert.Throws<ScenarioException>(() => Parse("""
            {
              "plan": -1, "balance": "much", "readTrouble": {"chance": 2, "status": 404},
              "switches": {"planLimitHttp": 500},
              "rules": [{"match": "", "duration": {"min": 5, "max": 2}, "chance": -1, "worker": "acme", "html": true, "refuse": {"code": 0}}]
            }
            """)).Message;

        string[] fields =
        [
            "plan:", "balance:", "readTrouble.chance:", "readTrouble.status:", "switches.planLimitHttp:", "rules[0].match:",
            "rules[0].duration:", "rules[0].chance:", "rules[0].worker:", "rules[0].html:", "rules[0].refuse.code:",
        ];
        Assert.All(fields, field => Assert.Contains("s.json: " + field, message, StringComparison.Ordinal));
        Assert.Equal(fields.Length, message.Split('\n').Length);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var message = Assert.Throws<ScenarioException>(() => Scenario.Load("nowhere/s.json")).Message;

        Assert.StartsWith("nowhere/s.json: cannot be read", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Equal(3, ScenarioFile.Parse([0xEF, 0xBB, 0xBF, .. "{\"plan\":3}"u8], "s.json").Plan);

    private static Scenario Parse(string text) => ScenarioFile.Parse(Encoding.UTF8.GetBytes(text), "s.json");
}
