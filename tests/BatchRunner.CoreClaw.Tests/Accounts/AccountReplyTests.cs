using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Accounts;

namespace BatchRunner.CoreClaw.Tests.Accounts;

public sealed class AccountReplyTests
{
    [Fact]
    public void The_balance_keeps_its_digits()
    {
        Assert.Equal(
            new Account(2.7129m, DateTimeOffset.FromUnixTimeSeconds(1786000780)),
            Read("""{"balance":"2.7129","balance_expiration_at":1786000780}"""));
        Assert.Equal(new Account(-0.5m, null), Read("""{"balance":-0.5,"balance_expiration_at":0,"traffic":12}"""));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"balance":"plenty"}""")]
    public void A_balance_is_never_made_up(string data) => Assert.Null(Read(data));

    private static Account? Read(string data) => AccountReplies.Account(JsonElement.Parse(data));
}
