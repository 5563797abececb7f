using System.Runtime.InteropServices;

namespace BatchRunner.Acceptance.Fixture;

/// <summary>Signals by their number on Linux and macOS.</summary>
internal enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}

internal static partial class Signals
{
    public static void Send(int processId, Signal signal) =>
        Assert.True(Kill(processId, (int)signal) == 0, $"{signal} could not be sent to process {processId}: error {Marshal.GetLastPInvokeError()}");

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
