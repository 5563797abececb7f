namespace BatchRunner.CoreClaw;

/// <summary>How the key travels to CoreClaw.</summary>
public enum AuthMode
{
    /// <summary><c>Authorization: Bearer KEY</c>, the form that CoreClaw prefers.</summary>
    Bearer,

    /// <summary><c>api-key: KEY</c>, the older header.</summary>
    ApiKey,

    /// <summary><c>?token=KEY</c>. Ends up in other people's logs; for gateways that let no header through.</summary>
    Query,
}
