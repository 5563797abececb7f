namespace BatchRunner.Core.Api;

/// <summary>
/// The calls that create a run and cost money. CoreClaw has no idempotency key, so a call is never repeated
/// unless its failure says that nothing was started.
/// </summary>
public interface IRunStarter
{
    /// <summary>Sends the order once and answers the slug of the run that it created.</summary>
    /// <exception cref="CoreClawException">
    /// With <see cref="ApiFailure.UnknownFate"/> a run may exist: look it up, never send again.
    /// With any other failure no run was created.
    /// </exception>
    Task<string> StartAsync(StartOrder order, CancellationToken cancellationToken);
}
