using System.Globalization;

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

    public IReadOnlyList<string> Elements => [.. _parent is null ? [] : _parent.Elements, .. _parent is null ? [] : new[] { Name }];

    public string ToStringWithoutAddress() => "/" + string.Join('/', Elements);

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

    public override string ToString() => _parent is null ? $"akka://{Name}/" : $"{Root}{ToStringWithoutAddress()}";

    internal string ToStringWithUid() => $"{this}#{Uid.ToString(CultureInfo.InvariantCulture)}";

    private string Root
    {
        get
        {
            var path = this;
            while (path._parent is not null)
            {
                path = path._parent;
            }

            return $"akka://{path.Name}";
        }
    }

    public static bool operator ==(ActorPath? left, ActorPath? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(ActorPath? left, ActorPath? right) => !(left == right);
}
