using System.Globalization;

namespace BatchRunner.Sandbox;

/// <summary>What JSON cannot say: ranges, and values that make no sense together.</summary>
internal static class ScenarioCheck
{
    public static void Run(Scenario scenario, string source)
    {
        var faults = Faults(scenario).ToList();
        if (faults.Count > 0)
        {
            throw new ScenarioException(string.Join(Environment.NewLine, faults.Select(fault => $"{source}: {fault}")));
        }
    }

    private static IEnumerable<string> Faults(Scenario scenario) =>
    [
        .. NotNegative("plan", scenario.Plan),
        .. NotNegative("rate", scenario.Rate),
        .. Unless(scenario.Burst is null or >= 1, "burst: must be at least 1"),
        .. NotNegative("retryAfter", scenario.RetryAfter),
        .. Span("latency", scenario.Latency),
        .. Span("defaults.duration", scenario.Defaults.Duration),
        .. NotNegative("defaults.ready", scenario.Defaults.Ready),
        .. Span("defaults.results", scenario.Defaults.Results),
        .. Cost("defaults.usage", scenario.Defaults.Usage),
        .. Share("readTrouble.chance", scenario.ReadTrouble?.Chance ?? 0),
        .. ServerError("readTrouble.status", scenario.ReadTrouble?.Status),
        .. NotNegative("foreign.runs", scenario.Foreign?.Runs),
        .. Span("foreign.duration", scenario.Foreign?.Duration),
        .. Unless(scenario.Foreign is not { Duration.Min: < 0.01 }, "foreign.duration: must be at least 0.01 seconds"),
        .. Unless(
            decimal.TryParse(scenario.Balance, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, null, out _),
            $"balance: \"{scenario.Balance}\" is not a number"),
        .. OneOf("switches.planLimitHttp", scenario.Switches.PlanLimitHttp, 400, 429, 200),
        .. OneOf("switches.rateLimitHttp", scenario.Switches.RateLimitHttp, 429, 200),
        .. NotNegative("switches.cancelledAfter", scenario.Switches.CancelledAfter),
        .. NoNulls("tasks", scenario.Tasks),
        .. NoNulls("rules", scenario.Rules),
        .. scenario.Rules.SelectMany((rule, index) => rule is null ? [] : RuleFaults($"rules[{index}]", rule)),
    ];

    private static IEnumerable<string> RuleFaults(string at, ScenarioRule rule) =>
    [
        .. Unless(rule.Match.Length > 0, $"{at}.match: must not be empty"),
        .. Span($"{at}.duration", rule.Duration),
        .. NotNegative($"{at}.ready", rule.Ready),
        .. NotNegative($"{at}.failFirst", rule.FailFirst),
        .. Share($"{at}.failChance", rule.FailChance),
        .. Span($"{at}.results", rule.Results),
        .. Cost($"{at}.usage", rule.Usage),
        .. Unless(
            rule.Worker is null || Model.WorkerCatalog.IsPath(rule.Worker),
            $"{at}.worker: \"{rule.Worker}\" is not of the form owner~name"),
        .. Unless(rule.Refuse is not { Code: 0 }, $"{at}.refuse.code: 0 means success"),
        .. Unless(rule.Refuse is not { Http: < 200 or > 599 }, $"{at}.refuse.http: must be 200 to 599"),
        .. NoNulls($"{at}.refuse.details", rule.Refuse?.Details ?? []),
        .. ServerError($"{at}.status5xx", rule.Status5xx),
        .. Unless(!rule.Html || rule.Status5xx is not null, $"{at}.html: needs status5xx"),
        .. Unless(!rule.Cut || rule.Status5xx is null, $"{at}.cut: cannot stand beside status5xx"),
        .. Unless(!rule.Cut || rule.Lose is not LoseReply.Before, $"{at}.cut: needs a run, so it cannot stand beside lose \"before\""),
        .. Share($"{at}.chance", rule.Chance),
    ];

    private static IEnumerable<string> Unless(bool fine, string fault) => fine ? [] : [fault];

    private static IEnumerable<string> NoNulls<T>(string field, IEnumerable<T> items) =>
        items.SelectMany((item, index) => Unless(item is not null, $"{field}[{index}]: must not be null"));

    private static IEnumerable<string> NotNegative(string field, double? value) =>
        Unless(value is null or (>= 0 and < 1e9), $"{field}: must be 0 or more");

    private static IEnumerable<string> Share(string field, double value) =>
        Unless(value is >= 0 and <= 1, $"{field}: must be between 0 and 1");

    private static IEnumerable<string> ServerError(string field, int? status) =>
        Unless(status is null or (>= 500 and <= 599), $"{field}: must be 500 to 599");

    private static IEnumerable<string> OneOf(string field, int value, params int[] allowed) =>
        Unless(allowed.Contains(value), $"{field}: must be one of {string.Join(", ", allowed)}");

    private static IEnumerable<string> Cost(string field, Between? span) =>
        [.. Span(field, span), .. Unless(span is not { Max: > 10_000 }, $"{field}.max: no run costs more than 10000 USD")];

    private static IEnumerable<string> Span(string field, Between? span) => span is null
        ? []
        :
        [
            .. NotNegative($"{field}.min", span.Min),
            .. Unless(span.Max < 1e9, $"{field}.max: too large"),
            .. Unless(span.Min <= span.Max, $"{field}: min {span.Min} is more than max {span.Max}"),
        ];
}
