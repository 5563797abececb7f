namespace Akka.Actor;

public abstract class Status
{
    public class Success(object status) : Status
    {
        public object Status { get; } = status;

        public override string ToString() => $"Success: {Status}";
    }

    /// <summary>As an answer to an ask it makes the ask throw <see cref="Cause"/>.</summary>
    public class Failure(Exception cause, object? state = null) : Status
    {
        public Exception Cause { get; } = cause;

        public object State { get; } = state!;

        public override string ToString() => $"Failure: {Cause}";
    }
}
