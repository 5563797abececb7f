using Akka.Event;

namespace Akka.TestKit;

/// <summary>Expects what is logged. Of the texts given the first counts, in the order exact, beginning, part; without any, every text does.</summary>
public sealed class EventFilterFactory
{
    private readonly TestKitBase _testKit;

    internal EventFilterFactory(TestKitBase testKit)
    {
        _testKit = testKit;
    }

    /// <summary>An error with an exception of that type, told by the text of either.</summary>
    public IEventFilterApplier Exception<TException>(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception
    {
        var text = Text(message, start, contains);
        return For<Error>(log => log.Cause is TException && From(log, source) && (text($"{log.Message}") || text(log.Cause.Message)));
    }

    public IEventFilterApplier Error(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Level<Error>(Text(message, start, contains), source);

    public IEventFilterApplier Warning(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Level<Warning>(Text(message, start, contains), source);

    public IEventFilterApplier Info(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Level<Info>(Text(message, start, contains), source);

    public IEventFilterApplier DeadLetter<TMessage>() => For<DeadLetter>(letter => letter.Message is TMessage);

    private static Func<string, bool> Text(string? message, string? start, string? contains) =>
        message is not null ? text => string.Equals(text, message, StringComparison.Ordinal)
        : start is not null ? text => text.StartsWith(start, StringComparison.Ordinal)
        : contains is not null ? text => text.Contains(contains, StringComparison.Ordinal)
        : _ => true;

    private static bool From(LogEvent log, string? source) => source is null || log.LogSource.EndsWith(source, StringComparison.Ordinal);

    private EventFilterApplier<TEvent> Level<TEvent>(Func<string, bool> text, string? source)
        where TEvent : LogEvent => For<TEvent>(log => From(log, source) && text($"{log.Message}"));

    private EventFilterApplier<TEvent> For<TEvent>(Predicate<TEvent> matches) => new(_testKit, matches);
}
