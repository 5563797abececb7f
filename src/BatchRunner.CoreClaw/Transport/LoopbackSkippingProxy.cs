using System.Net;

namespace BatchRunner.CoreClaw.Transport;

/// <summary>The machine's proxy, except for addresses on this machine: no proxy could reach those.</summary>
internal sealed class LoopbackSkippingProxy(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
