using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Tests.Transport;

public sealed class TransportFaultsTests
{
    private static readonly OperationCanceledException ConnectTimeout = new("no connection", new TimeoutException());

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task No_error_unsends_a_body_that_was_begun(HttpRequestError kind)
    {
        var error = new HttpRequestException(kind);
        using var body = new OneShotJson("{}");

        Assert.Equal(TransportFault.NotConnected, TransportFaults.Of(error, body, timedOut: false));
        await body.CopyToAsync(Stream.Null);
        Assert.Equal(TransportFault.Broken, TransportFaults.Of(error, body, timedOut: false));
        Assert.Equal(TransportFault.NotConnected, TransportFaults.Of(error, null, timedOut: false));
    }

    [Theory]
    [InlineData(HttpRequestError.Unknown)]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    public async Task A_body_that_was_never_begun_was_not_sent_whatever_the_error(HttpRequestError kind)
    {
        var error = new HttpRequestException(kind);
        using var body = new OneShotJson("{}");

        Assert.Equal(TransportFault.NotConnected, TransportFaults.Of(error, body, timedOut: false));
        await body.CopyToAsync(Stream.Null);
        Assert.Equal(TransportFault.Broken, TransportFaults.Of(error, body, timedOut: false));
        Assert.Equal(TransportFault.Broken, TransportFaults.Of(error, null, timedOut: false));
    }

    [Fact]
    public async Task A_time_limit_of_the_connection_is_told_from_that_of_the_call()
    {
        using var body = new OneShotJson("{}");

        Assert.Equal(TransportFault.NotConnected, TransportFaults.Of(ConnectTimeout, null, timedOut: false));
        Assert.Equal(TransportFault.NotConnected, TransportFaults.Of(ConnectTimeout, body, timedOut: false));
        Assert.Equal(TransportFault.TimedOut, TransportFaults.Of(new OperationCanceledException(), null, timedOut: true));
        await body.CopyToAsync(Stream.Null);
        Assert.Equal(TransportFault.TimedOut, TransportFaults.Of(new OperationCanceledException(), body, timedOut: true));
    }
}
