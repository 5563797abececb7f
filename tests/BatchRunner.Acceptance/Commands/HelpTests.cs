using System.Text.RegularExpressions;
using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Commands;

public sealed partial class HelpTests : ProgramTest
{
    [Fact]
    public async Task The_help_of_every_command_gives_two_examples_and_its_exit_codes()
    {
        var help = (await RunAsync("--help")).Expect(0).Output;
        var commands = CommandName().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups["name"].Value).ToList();
        Assert.Superset(new HashSet<string> { "run", "validate", "account", "abort", "sandbox" }, commands.ToHashSet(StringComparer.Ordinal));

        foreach (var command in commands)
        {
            var text = (await RunAsync(command, "--help")).Expect(0).Output;
            Assert.True(Example(command).Count(text) >= 2, $"fewer than two examples:\n{text}");
            Assert.Matches(@"Exit codes:\n +0 +\S.*\n( +[0-9]+ +\S.*\n)* +2 +\S", text);
        }
    }

    [Fact]
    public async Task The_version_is_a_number() => Assert.Matches(@"\A[0-9]+\.[0-9]+\.[0-9]+", (await RunAsync("--version")).Expect(0).Output);

    [Theory]
    [InlineData("--frobnicate", "run", "one.txt", "--frobnicate")]
    [InlineData("--rate", "run", "one.txt", "--rate", "fast")]
    [InlineData("--max-attempts", "run", "one.txt", "--max-attempts", "0")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("SLUG", "abort")]
    public async Task Wrong_usage_is_told_with_the_word_that_is_wrong(string told, params string[] arguments)
    {
        var ended = (await RunAsync(arguments)).Expect(2);

        Assert.Contains(told, ended.Error, StringComparison.Ordinal);
        Assert.Empty(ended.Output);
        Assert.False(Directory.Exists(PathOf("runs")));
    }

    private static Regex Example(string command) =>
        new($@"^ +(cat \S+ \| )?batchrunner {command}\b.*$", RegexOptions.Multiline, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"^  (?<name>[a-z]+)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandName();
}
