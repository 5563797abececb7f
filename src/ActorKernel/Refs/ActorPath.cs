namespace Akka.Actor;

/// <summary>The place of an actor in its system. Two paths are equal when they name the same place, whatever lived there.</summary>
public sealed class ActorPath : IEquatable<ActorPath>
{
    private readonly ActorPath? _parent;

    internal ActorPath(string root)
    {
        Name = root;
    }

    internal ActorPath(ActorPath parent, string name, long uid)
    {
        _parent = parent;
        Name = name;
        Uid = uid;
    }

    public string Name { get; }

    /// <summary>Tells one incarnation of a name from the next.</summary>
    public long Uid { get; }

    public ActorPath Parent => _parent ?? this;

    private string Root => _parent is null ? $"akka://{Name}" : _parent.Root;

    public string ToStringWithoutAddress() => _parent is null ? "/"
        : _parent._parent is null ? "/" + Name
        : $"{_parent.ToStringWithoutAddress()}/{Name}";

    public bool Equals(ActorPath? other)
    {
        var mine = this;
        while (!ReferenceEquals(mine, other))
        {
            if (mine is null || other is null || !string.Equals(mine.Name, other.Name, StringComparison.Ordinal))
            {
                return false;
            }

            mine = mine._parent;
            other = other._parent;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is ActorPath other && Equals(other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Root + ToStringWithoutAddress();
}
