using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Accounts;

internal sealed record AccountContract(decimal? Balance, long? BalanceExpirationAt);

internal static class AccountReplies
{
    public static ApiCall Call() => ApiCall.Get("users", "account");

    /// <summary>Null without a balance: showing 0 in its place would be a lie about somebody's money.</summary>
    public static Account? Account(JsonElement data) =>
        DataOf.Read(data, ApiJson.Default.AccountContract) is { Balance: { } balance } account
            ? new Account(balance, Moments.FromUnix(account.BalanceExpirationAt))
            : null;
}
