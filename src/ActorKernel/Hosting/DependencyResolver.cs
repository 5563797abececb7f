using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Makes props of actors whose constructor is filled from the services of the host.</summary>
public interface IDependencyResolver
{
    /// <summary>What the arguments leave open is taken from the services, anew for each incarnation.</summary>
    Props Props<T>(params object[] args)
        where T : ActorBase;
}

internal sealed class ServiceProviderResolver(IServiceProvider services) : IDependencyResolver
{
    public Props Props<T>(params object[] args)
        where T : ActorBase => Actor.Props.CreateBy(typeof(T), () => ActivatorUtilities.CreateInstance<T>(services, args));
}
