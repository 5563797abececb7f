namespace BatchRunner.CoreClaw.Runs;

/// <summary>A run in the list or in the detail: the same fields, but <c>err_msg</c> normally only in the list.</summary>
internal sealed record RunContract
{
    public string? Slug { get; init; }

    public string? RunSlug { get; init; }

    public string? ScraperSlug { get; init; }

    public string? ScraperTitle { get; init; }

    public string? Status { get; init; }

    public long? Results { get; init; }

    public decimal? Usage { get; init; }

    public long? Traffic { get; init; }

    public string? Origin { get; init; }

    public long? StartedAt { get; init; }

    public long? FinishedAt { get; init; }

    public decimal? Duration { get; init; }

    public string? ErrMsg { get; init; }
}

internal sealed record RunListContract(long? Count, List<RunContract?>? List);
