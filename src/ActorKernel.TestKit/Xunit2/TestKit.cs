using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>The base of a test class. Each test has a system of its own, which ends with it.</summary>
public class TestKit : TestKitBase, IDisposable
{
    private const string SchedulerSetting = "akka.scheduler.implementation";
    private const string VirtualTime = "Akka.TestKit.TestScheduler, Akka.TestKit";
    private readonly OutputLogger? _logger;

    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : this(output, system ?? NewSystem(string.Empty))
    {
    }

    /// <param name="config">The one setting that is known here: <c>akka.scheduler.implementation</c>, for virtual time.</param>
    /// <param name="output">Receives what is logged.</param>
    public TestKit(string config, ITestOutputHelper? output = null)
        : this(output, NewSystem(config))
    {
    }

    private TestKit(ITestOutputHelper? output, ActorSystem system)
        : base(system, null)
    {
        _logger = output is null ? null : new OutputLogger(Sys.EventStream, output);
        BecomeImplicitSender();
    }

    /// <summary>Called at the end of a test, before its system ends.</summary>
    protected virtual void AfterAll()
    {
    }

    protected virtual void Dispose(bool disposing)
    {
        try
        {
            AfterAll();
        }
        finally
        {
            Shutdown();
            _logger?.Dispose();
            LeaveThread();
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    private static ActorSystem NewSystem(string config)
    {
        var parts = config.Split('=', 2, StringSplitOptions.TrimEntries);
        var isVirtual = parts is [SchedulerSetting, var implementation] && string.Equals(implementation.Trim('"'), VirtualTime, StringComparison.Ordinal);
        if (!isVirtual && !string.IsNullOrWhiteSpace(config))
        {
            throw new NotSupportedException($"The only setting known here is {SchedulerSetting} = \"{VirtualTime}\"");
        }

        return new ActorSystem("test", isVirtual ? new TestScheduler() : null);
    }

    private sealed class OutputLogger : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly IDisposable _listening;
        private bool _over;

        public OutputLogger(EventStream events, ITestOutputHelper output)
        {
            _listening = events.Listen<LogEvent>(log =>
            {
                lock (_gate)
                {
                    if (!_over)
                    {
                        output.WriteLine($"{log}{(log.Cause is null ? string.Empty : Environment.NewLine + log.Cause)}");
                    }
                }
            });
        }

        public void Dispose()
        {
            _listening.Dispose();
            lock (_gate)
            {
                _over = true;
            }
        }
    }
}
