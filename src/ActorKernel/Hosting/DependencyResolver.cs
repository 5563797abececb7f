using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Makes props of actors whose constructor is filled from the services of the host.</summary>
public interface IDependencyResolver
{
    /// <summary>What the arguments leave open is taken from the services, anew for each incarnation.</summary>
    Props Props<T>(params object[] args)
        where T : ActorBase;

    Props Props(Type type, params object[] args);

    object GetService<T>();

    object GetService(Type type);
}

public sealed class DependencyResolver
{
    private DependencyResolver(IServiceProvider services)
    {
        Resolver = new ServiceProviderResolver(services);
    }

    public IDependencyResolver Resolver { get; }

    public static DependencyResolver For(ActorSystem actorSystem)
    {
        ArgumentNullException.ThrowIfNull(actorSystem);
        return actorSystem.Extension(() => new DependencyResolver(actorSystem.Services
            ?? throw new Configuration.ConfigurationException("Unable to find the services that the actor system was to be created with")));
    }

    public Props Props<T>(params object[] args)
        where T : ActorBase => Resolver.Props<T>(args);

    private sealed class ServiceProviderResolver(IServiceProvider services) : IDependencyResolver
    {
        public Props Props<T>(params object[] args)
            where T : ActorBase => Props(typeof(T), args);

        public Props Props(Type type, params object[] args) =>
            Actor.Props.CreateBy(type, () => (ActorBase)ActivatorUtilities.CreateInstance(services, type, args));

        public object GetService<T>() => GetService(typeof(T));

        public object GetService(Type type) => services.GetService(type)!;
    }
}
