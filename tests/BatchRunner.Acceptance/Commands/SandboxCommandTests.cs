using System.Text.RegularExpressions;
using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Commands;

public sealed partial class SandboxCommandTests : ProgramTest
{
    [Theory]
    [InlineData(nameof(Signal.Interrupt))]
    [InlineData(nameof(Signal.Terminate))]
    public async Task It_serves_until_it_is_interrupted(string signal)
    {
        var program = Start("sandbox", "--port", "0", "--key", "right");
        await program.SaidAsync("/_sandbox/stats");
        var url = new Uri(BaseUrl().Match(program.Output).Value);
        using var client = new HttpClient();
        Assert.Contains("\"total\":0", await client.GetStringAsync(new Uri(url, "_sandbox/stats")), StringComparison.Ordinal);
        using var reply = await client.GetAsync(new Uri(url, "api/v2/users/account?token=right"));
        Assert.True(reply.IsSuccessStatusCode);

        program.Signal(Enum.Parse<Signal>(signal));

        (await program.EndAsync()).Expect(0);
    }

    [Fact]
    public async Task A_faulty_scenario_is_told_with_its_place()
    {
        Write("night.json", "{", "  \"plan\": 5,", "  \"plam\": 6", "}");

        var ended = (await RunAsync("sandbox", "--port", "0", "--scenario", "night.json")).Expect(2);

        Assert.Contains("night.json", ended.Error, StringComparison.Ordinal);
        Assert.Contains("plam", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        await ServeAsync(Scenarios.Quick);

        var ended = (await RunAsync("sandbox", "--port", $"{Sandbox.BaseUrl.Port}")).Expect(2);

        Assert.Contains($"{Sandbox.BaseUrl.Port}", ended.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BaseUrl();
}
