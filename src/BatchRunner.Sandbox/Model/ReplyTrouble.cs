namespace BatchRunner.Sandbox.Model;

/// <summary>What goes wrong with a reply on its way.</summary>
internal abstract record ReplyTrouble
{
    private ReplyTrouble()
    {
    }

    /// <summary>The connection drops without a reply.</summary>
    public sealed record Dropped : ReplyTrouble;

    /// <summary>Another HTTP status, with a gateway's page or CoreClaw's own error.</summary>
    public sealed record Replaced(int Status, bool Html) : ReplyTrouble;

    /// <summary>The body ends half-way.</summary>
    public sealed record Cut : ReplyTrouble;

    /// <summary>What a rule does to the reply of a start; null where it leaves replies alone.</summary>
    public static ReplyTrouble? Of(ScenarioRule? rule) => rule switch
    {
        { Status5xx: { } status } => new Replaced(status, rule.Html),
        { Cut: true } => new Cut(),
        { Lose: not null } => new Dropped(),
        _ => null,
    };
}

/// <param name="Slug">The new run; null where none was created.</param>
/// <param name="Trouble">What becomes of the reply; null = it arrives.</param>
internal readonly record struct StartReply(string? Slug, ReplyTrouble? Trouble);
