using Akka.Actor;

namespace Akka.Hosting;

/// <summary>The actors that others may find, each under a type as its key.</summary>
public interface IReadOnlyActorRegistry
{
    bool TryGet<TKey>(out IActorRef actor);

    /// <exception cref="MissingActorRegistryEntryException">Nobody is registered under that key.</exception>
    IActorRef Get<TKey>();

    /// <summary>Waits until somebody is registered under that key.</summary>
    Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default);
}

public interface IActorRegistry : IReadOnlyActorRegistry
{
    /// <exception cref="DuplicateActorRegistryException">The key is taken and not to be overwritten.</exception>
    void Register<TKey>(IActorRef actor, bool overwrite = false);

    bool TryRegister<TKey>(IActorRef actor, bool overwrite = false);
}

/// <summary>An actor as a service: for what is not an actor itself.</summary>
public interface IRequiredActor<TActor>
{
    IActorRef ActorRef { get; }

    Task<IActorRef> GetAsync(CancellationToken cancellationToken = default);
}

public class ActorRegistryException(string message) : Exception(message);

public sealed class DuplicateActorRegistryException(string message) : ActorRegistryException(message);

public sealed class MissingActorRegistryEntryException(string message) : ActorRegistryException(message);

public sealed class ActorRegistry : IActorRegistry
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, IActorRef> _actors = [];
    private readonly Dictionary<Type, TaskCompletionSource<IActorRef>> _awaited = [];

    private ActorRegistry()
    {
    }

    public static ActorRegistry For(ActorSystem actorSystem) => actorSystem.Extension(() => new ActorRegistry());

    public void Register<TKey>(IActorRef actor, bool overwrite = false)
    {
        if (!TryRegister<TKey>(actor, overwrite))
        {
            throw new DuplicateActorRegistryException($"An actor for type {typeof(TKey)} has already been registered");
        }
    }

    public bool TryRegister<TKey>(IActorRef actor, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(actor);
        TaskCompletionSource<IActorRef>? awaited;
        lock (_gate)
        {
            if (!overwrite && _actors.ContainsKey(typeof(TKey)))
            {
                return false;
            }

            _actors[typeof(TKey)] = actor;
            _awaited.Remove(typeof(TKey), out awaited);
        }

        awaited?.TrySetResult(actor);
        return true;
    }

    public bool TryGet<TKey>(out IActorRef actor)
    {
        lock (_gate)
        {
            var found = _actors.TryGetValue(typeof(TKey), out var registered);
            actor = registered ?? ActorRefs.Nobody;
            return found;
        }
    }

    public IActorRef Get<TKey>() => TryGet<TKey>(out var actor)
        ? actor
        : throw new MissingActorRegistryEntryException($"No actor registered for key {typeof(TKey).FullName}");

    public Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default)
    {
        lock (_gate)
        {
            if (_actors.TryGetValue(typeof(TKey), out var actor))
            {
                return Task.FromResult(actor);
            }

            if (!_awaited.TryGetValue(typeof(TKey), out var awaited))
            {
                _awaited[typeof(TKey)] = awaited = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return awaited.Task.WaitAsync(ct);
        }
    }
}

internal sealed class RequiredActor<TActor>(IReadOnlyActorRegistry registry) : IRequiredActor<TActor>
{
    private IActorRef? _actor;

    public IActorRef ActorRef => _actor ??= registry.Get<TActor>();

    public async Task<IActorRef> GetAsync(CancellationToken cancellationToken = default) =>
        _actor ??= await registry.GetAsync<TActor>(cancellationToken).ConfigureAwait(false);
}
