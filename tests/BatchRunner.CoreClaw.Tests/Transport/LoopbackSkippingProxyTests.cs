using System.Net;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Tests.Transport;

public sealed class LoopbackSkippingProxyTests
{
    private static readonly Uri Machines = new("http://proxy.example:3128");
    private static readonly LoopbackSkippingProxy Proxy = new(new WebProxy(Machines, BypassOnLocal: false, ["skipped\\.example"]));

    [Theory]
    [InlineData("http://127.0.0.1:8787/", true)]
    [InlineData("http://[::1]:8787/", true)]
    [InlineData("http://localhost/", true)]
    [InlineData("https://skipped.example/", true)]
    [InlineData("https://openapi.coreclaw.com/", false)]
    public void Only_this_machine_and_what_the_proxy_itself_leaves_out_is_reached_directly(string url, bool bypassed)
    {
        Assert.Equal(bypassed, Proxy.IsBypassed(new Uri(url)));
    }

    [Fact]
    public void Everything_else_goes_through_the_machines_proxy() =>
        Assert.Equal(Machines, Proxy.GetProxy(new Uri("https://openapi.coreclaw.com/")));
}
