using System.Linq.Expressions;

namespace Akka.Actor;

/// <summary>The recipe of an actor. A new instance is made for each incarnation, always from the same arguments.</summary>
public sealed class Props
{
    private readonly object[]? _args;
    private readonly Func<ActorBase>? _produce;

    private Props(Type type, object[]? args, Func<ActorBase>? produce)
    {
        Type = type;
        _args = args;
        _produce = produce;
    }

    private Props(Props from)
        : this(from.Type, from._args, from._produce)
    {
        SupervisorStrategy = from.SupervisorStrategy;
        Dispatcher = from.Dispatcher;
    }

    public Type Type { get; }

    public string Dispatcher { get; private init; } = string.Empty;

    /// <summary>Takes precedence over the strategy of the actor itself.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; private init; }

    /// <summary>The arguments of the constructor call are evaluated here, once.</summary>
    /// <exception cref="ArgumentException">The body is not <c>new T(…)</c>.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (factory.Body is not NewExpression creation)
        {
            throw new ArgumentException("The create function must be a 'new T (args)' expression", nameof(factory));
        }

        var arguments = creation.Arguments.Select(Evaluate).ToArray();
        return new Props(Create<TActor>(arguments!)) { SupervisorStrategy = supervisorStrategy };
    }

    public static Props Create<TActor>(params object[] args)
        where TActor : ActorBase => Create(typeof(TActor), args);

    public static Props Create(Type type, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new Props(type, args, null);
    }

    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) => new(this) { SupervisorStrategy = supervisorStrategy };

    public Props WithDispatcher(string dispatcher) => new(this) { Dispatcher = dispatcher };

    internal static Props CreateBy(Type type, Func<ActorBase> produce) => new(type, null, produce);

    internal ActorBase NewActor()
    {
        try
        {
            return _produce is null ? (ActorBase)Activator.CreateInstance(Type, _args)! : _produce();
        }
        catch (Exception e)
        {
            throw new TypeLoadException($"Error while creating actor instance of type {Type}", e);
        }
    }

    private static object? Evaluate(Expression argument) => argument is ConstantExpression constant
        ? constant.Value
        : Expression.Lambda<Func<object?>>(Expression.Convert(argument, typeof(object))).Compile(preferInterpretation: true)();
}
