namespace BatchRunner.Sandbox;

/// <summary>Task names that work without a scenario file. They come after the rules of a file.</summary>
internal static class BuiltInRules
{
    public static readonly IReadOnlyList<ScenarioRule> All =
    [
        new() { Match = "flaky-*", FailFirst = 1 },
        new() { Match = "flaky2-*", FailFirst = 2 },
        new() { Match = "fail-*", FailAlways = true, Error = "Worker exited with code 1: blocked by CAPTCHA" },
        new() { Match = "missing-*", Refuse = new() { Code = 60001, Http = 404 } },
        new() { Match = "invalid-*", Refuse = new() { Code = 50003, Details = ["version: this version was withdrawn"] } },
        new() { Match = "broke-*", Refuse = new() { Code = 30001 } },
        new() { Match = "hangup-before-*", Lose = LoseReply.Before },
        new() { Match = "hangup-*", Lose = LoseReply.After },
        new() { Match = "bad-gateway-*", Status5xx = 502, Html = true },
        new() { Match = "cut-*", Cut = true },
        new() { Match = "empty-*", Results = new(0, 0) },
        new() { Match = "slow-*", Duration = new(30, 30) },
        new() { Match = "quick-*", Duration = new(0.2, 0.2), Ready = 0 },
        new() { Match = "stuck-*", Duration = new(6 * 3600, 12 * 3600) },
    ];
}
