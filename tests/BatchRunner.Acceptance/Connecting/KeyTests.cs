using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Connecting;

public sealed class KeyTests : ProgramTest
{
    private const string Key = "the-right-key";
    private const string WrongKey = "a-wrong-key";

    [Fact]
    public async Task Rule_10_a_wrong_key_costs_one_call_and_starts_nothing()
    {
        await ServeAsync(Scenarios.Quick, Key);
        Environment["CORECLAW_API_KEY"] = WrongKey;

        var ended = (await RunBatchAsync(Write("three.txt", "maps-a", "maps-b", "maps-c"))).Expect(3);

        Assert.Contains("refuses the key", ended.Error, StringComparison.Ordinal);
        Assert.Equal((1, 1), (Sandbox.Stats.Calls.Total, Sandbox.Stats.Refused.Auth));
        Assert.Equal(["not_started", "not_started", "not_started"], Summary.Column("status"));
        Assert.Equal(3, Summary.Json.GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public async Task Without_a_key_nothing_is_called_and_the_ways_to_give_one_are_told()
    {
        await ServeAsync(Scenarios.Quick);
        Environment.Remove("CORECLAW_API_KEY");

        var ended = (await RunBatchAsync(Write("one.txt", "maps-a"))).Expect(2);

        Assert.Contains("CORECLAW_API_KEY", ended.Error, StringComparison.Ordinal);
        Assert.Contains("--api-key-file", ended.Error, StringComparison.Ordinal);
        Assert.Equal(0, Sandbox.Stats.Calls.Total);
        Assert.False(Directory.Exists(OutputFolder));
    }

    [Theory]
    [InlineData(Source.Flag)]
    [InlineData(Source.Environment)]
    [InlineData(Source.WorkingDirectory)]
    [InlineData(Source.Home)]
    public async Task A_flag_beats_the_environment_which_beats_the_working_directory_which_beats_the_home(Source right)
    {
        await ServeAsync(Scenarios.Quick, Key);
        Write("key-file", right == Source.Flag ? Key : WrongKey);
        Environment["CORECLAW_API_KEY"] = right == Source.Environment ? Key : WrongKey;
        Write("batchrunner.json", $$"""{"api_key": "{{(right == Source.WorkingDirectory ? Key : WrongKey)}}"}""");
        Write("config/batchrunner/config.json", $$"""{"api_key": "{{(right == Source.Home ? Key : WrongKey)}}"}""");

        // What beats the right source is taken away, what it beats stays, with a wrong key in it.
        if (right > Source.Environment)
        {
            Environment.Remove("CORECLAW_API_KEY");
        }

        if (right > Source.WorkingDirectory)
        {
            File.Delete(PathOf("batchrunner.json"));
        }

        (await RunAsync(right == Source.Flag ? ["account", "--api-key-file", "key-file"] : ["account"])).Expect(0);
    }

    [Fact]
    public async Task A_key_comes_from_standard_input()
    {
        await ServeAsync(Scenarios.Quick, Key);
        Environment.Remove("CORECLAW_API_KEY");

        (await RunWithInputAsync($"{Key}\n", "account", "--api-key-file", "-")).Expect(0);
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("api-key")]
    [InlineData("query")]
    public async Task A_key_travels_in_each_of_the_three_ways(string auth)
    {
        await ServeAsync(Scenarios.Quick, Key);

        (await RunAsync("account", "--auth", auth)).Expect(0);
    }

#pragma warning disable CA1034 // a test's parameter has to be as visible as the test
    public enum Source
    {
        Flag,
        Environment,
        WorkingDirectory,
        Home,
    }
#pragma warning restore CA1034
}
