namespace BatchRunner.Sandbox.Http;

internal static class AccountCalls
{
    private const long NewYear2100 = 4_102_444_800;

    public static Reply Get(ApiCall call) => Envelope.Success(data =>
    {
        data.WriteStartObject();
        data.WriteString("balance", call.Platform.Scenario.Balance);
        data.WriteNumber("balance_expiration_at", NewYear2100);
        data.WriteEndObject();
    });
}
