using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Commands;

public sealed class AccountTests : ProgramTest
{
    [Fact]
    public async Task The_balance_is_shown()
    {
        await ServeAsync(Scenarios.Quick with { Balance = "12.3456" }, "right");

        Assert.Contains("12.3456", (await RunAsync("account")).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_told_in_CoreClaws_words()
    {
        await ServeAsync(Scenarios.Quick, "right");
        Environment["CORECLAW_API_KEY"] = "wrong";

        var ended = (await RunAsync("account")).Expect(3);

        Assert.Contains("12002", ended.Error, StringComparison.Ordinal);
        Assert.Empty(ended.Output);
    }
}
