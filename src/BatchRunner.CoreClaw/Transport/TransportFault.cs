namespace BatchRunner.CoreClaw.Transport;

/// <summary>Why no reply came.</summary>
internal enum TransportFault
{
    /// <summary>For certain, the server never had the request.</summary>
    NotConnected,

    /// <summary>No reply in time.</summary>
    TimedOut,

    /// <summary>The connection broke while sending or waiting.</summary>
    Broken,
}
