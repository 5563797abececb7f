using System.Net.Http.Headers;

namespace BatchRunner.Sandbox.Tests.Http;

public sealed class KeyTests : SandboxTest
{
    protected override SandboxOptions Options => base.Options with { Key = "secret" };

    [Fact]
    public async Task A_call_without_a_key_is_refused_with_12001()
    {
        Client.DefaultRequestHeaders.Authorization = null;

        Assert.Equal((401, 12001), (await Get("/api/v2/users/account")).Verdict);
        Assert.Equal((401, 12001), (await Get("/api/v2/users/account?token=")).Verdict);
        Assert.Equal(2, Server.Stats.Refused.Auth);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_with_12002()
    {
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "other");

        Assert.Equal((401, 12002), (await Post("/api/v2/worker-tasks/a/runs")).Verdict);
        Assert.Equal(0, Server.Stats.RunsCreated);
    }

    [Fact]
    public async Task The_key_may_come_as_bearer_as_header_or_as_token()
    {
        Assert.Equal(0, (await Get("/api/v2/users/account")).Code);

        Client.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(0, (await Get("/api/v2/users/account?token=secret")).Code);

        Client.DefaultRequestHeaders.Add("api-key", "secret");
        Assert.Equal(0, (await Get("/api/v2/users/account")).Code);
    }
}
