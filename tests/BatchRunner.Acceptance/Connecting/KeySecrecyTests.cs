using BatchRunner.Acceptance.Fixture;
using BatchRunner.Sandbox;

namespace BatchRunner.Acceptance.Connecting;

/// <summary>The key is looked for in everything that the program says and writes, in each way in which it can travel.</summary>
public sealed class KeySecrecyTests : ProgramTest
{
    private readonly string _key = Guid.NewGuid().ToString("N");

    [Theory]
    [InlineData("bearer")]
    [InlineData("api-key")]
    [InlineData("query")]
    public async Task Rule_8_the_key_is_seen_by_nobody_but_the_API_whatever_goes_wrong(string auth)
    {
        await ServeAsync(
            Scenarios.QuickWith(
                new ScenarioRule { Match = "gateway", Worker = "a~one", Status5xx = 502, Html = true },
                new ScenarioRule { Match = "error", Worker = "a~two", Status5xx = 500 },
                new ScenarioRule { Match = "torn", Worker = "a~three", Cut = true },
                new ScenarioRule { Match = "lost", Worker = "a~four", Lose = LoseReply.After }) with
            { ReadTrouble = new ReadTrouble { Chance = 0.1 } },
            _key);
        var batch = Write("ill.txt", "maps-1", "gateway", "error", "torn", "lost", "missing-1", "fail-1");
        var program = Start(["run", batch, "-o", "out", "--auth", auth, "--collect", "jsonl", "-v", .. Brisk]);
        await program.WarnedAsync("row 1: run ");
        var commandLine = await File.ReadAllTextAsync($"/proc/{program.Id}/cmdline");

        var ended = (await program.EndAsync()).Expect(1);

        Assert.Contains("--auth", commandLine, StringComparison.Ordinal);
        Assert.Equal("succeeded", Summary["maps-1"]["status"]);
        ExpectNoKey(ended.Output, ended.Error, commandLine);
        Assert.Equal(0, Sandbox.Stats.KeyLeaks);
        Assert.True(Sandbox.Stats.Calls.Export > 0);
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("api-key")]
    [InlineData("query")]
    public async Task Rule_8_a_key_that_is_refused_is_not_shown(string auth)
    {
        await ServeAsync(Scenarios.Quick, "another key");
        Environment["CORECLAW_API_KEY"] = _key;

        var ended = (await RunBatchAsync(Write("one.txt", "maps-1"), "--auth", auth, "-v")).Expect(3);

        ExpectNoKey(ended.Output, ended.Error);
    }

    [Fact]
    public async Task Rule_8_a_refused_export_does_not_show_the_key()
    {
        await ServeAsync(Scenarios.Quick, _key);

        var ended = (await RunBatchAsync(Write("one.txt", "maps-1"), "--auth", "query", "--collect", "xlsx", "-v")).Expect(1);

        Assert.Equal("collect_failed", Summary["maps-1"]["error_code"]);
        ExpectNoKey(ended.Output, ended.Error);
    }

    [Fact]
    public async Task Rule_8_a_settings_file_that_is_broken_is_not_quoted()
    {
        await ServeAsync(Scenarios.Quick);
        Environment.Remove("CORECLAW_API_KEY");
        Write("batchrunner.json", $$"""{"api_key": "{{_key}}", "api-key": {{_key}} }""");

        var ended = (await RunAsync("account")).Expect(2);

        Assert.Contains("batchrunner.json", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_key, ended.Error, StringComparison.Ordinal);
    }

    private void ExpectNoKey(params string[] texts)
    {
        var files = Directory.GetFiles(Folder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith("summary.json", StringComparison.Ordinal));
        Assert.All(texts.Concat(files).Concat(files.Select(File.ReadAllText)), text => Assert.DoesNotContain(_key, text, StringComparison.Ordinal));
    }
}
