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
    [InlineData("""{"plam": 5}""", "s.json:1: plam:")]
    [InlineData("{\n\"plan\": \"five\"}", "s.json:2: plan:")]
    [InlineData("""{"rules": [{"failFirst": 1}]}""", "match")]
    [InlineData("""{"rules": [{"match": "x", "duration": {"min": 1, "mux": 2}}]}""", "unknown field \"mux\"")]
    [InlineData("""{"rules": [{"match": "x", "lose": "maybe"}]}""", "rules[0].lose")]
    [InlineData("""{"rules": null}""", "rules")]
    [InlineData("null", "expected a JSON object")]
    [InlineData("{", "s.json:1:")]
    public void A_file_that_is_no_scenario_is_refused_with_the_place(string text, string hint)
    {
        var message = Assert.Throws<ScenarioException>(() => Parse(text)).Message;

        Assert.StartsWith("s.json", message, StringComparison.Ordinal);
        Assert.Contains(hint, message, StringComparison.Ordinal);
    }

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
