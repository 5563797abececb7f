namespace BatchRunner.Core.Api;

/// <summary>A call that failed, with everything that decides what happens next.</summary>
public sealed class CoreClawException(ApiFailure failure, Exception? cause = null)
    : Exception(failure.Facts.ToString(), cause)
{
    public ApiFailure Failure { get; } = failure;
}
