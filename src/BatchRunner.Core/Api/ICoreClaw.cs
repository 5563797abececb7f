namespace BatchRunner.Core.Api;

/// <summary>
/// The calls to CoreClaw that can be repeated without harm: they read, abort, or ask for an export link.
/// What creates a run stands apart in <see cref="IRunStarter"/>.
/// </summary>
/// <remarks>
/// Each method sends exactly one HTTP request and fails with <see cref="CoreClawException"/>, whose
/// <see cref="CoreClawException.Failure"/> says what to do, or with <see cref="OperationCanceledException"/>.
/// Implementations never retry: whoever holds the pace decides about that.
/// </remarks>
public interface ICoreClaw
{
    /// <summary>Reads one run. CoreClaw's detail carries no error text (see <see cref="RunReport.ErrorMessage"/>).</summary>
    Task<RunReport> GetRunAsync(string runSlug, CancellationToken cancellationToken);

    /// <summary>Reads the account's newest run, whoever started it.</summary>
    Task<RunReport> GetLastRunAsync(CancellationToken cancellationToken);

    /// <summary>Reads one page of the run list: up to 100 runs for one call.</summary>
    Task<RunPage> ListRunsAsync(RunQuery query, CancellationToken cancellationToken);

    /// <summary>Reads one page of a run's result rows. <paramref name="page"/> counts from 1, <paramref name="limit"/> is 1 to 100.</summary>
    Task<ResultPage> GetResultsAsync(string runSlug, int page, int limit, CancellationToken cancellationToken);

    /// <summary>Asks for a temporary, signed link to all result rows in one file. The link is a secret.</summary>
    /// <param name="runSlug">The run.</param>
    /// <param name="format"><c>csv</c>, <c>json</c>, <c>jsonl</c>, <c>xlsx</c>, <c>xls</c>, <c>xml</c>, <c>html</c> or <c>rss</c>.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    Task<Uri> ExportAsync(string runSlug, string format, CancellationToken cancellationToken);

    /// <summary>Reads a run's log: the inline lines, and the link to the whole file.</summary>
    Task<RunLog> GetLogAsync(string runSlug, CancellationToken cancellationToken);

    /// <summary>Asks CoreClaw to abort a run. A reply means "accepted": the run still has to be followed to its end.</summary>
    Task AbortAsync(string runSlug, CancellationToken cancellationToken);

    /// <summary>Asks CoreClaw to abort the account's newest run, whoever started it.</summary>
    Task AbortLastAsync(CancellationToken cancellationToken);

    /// <summary>Reads a saved task.</summary>
    Task<SavedTask> GetTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>Reads the account's balance. The cheapest way to learn whether a key is accepted.</summary>
    Task<Account> GetAccountAsync(CancellationToken cancellationToken);
}
