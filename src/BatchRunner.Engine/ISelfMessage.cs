using Akka.Event;

namespace BatchRunner.Engine;

/// <summary>Sent by an actor only to itself: where the actor is gone, nobody misses it.</summary>
internal interface ISelfMessage : IDeadLetterSuppression;
