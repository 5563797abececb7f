using BatchRunner.Commands;
using BatchRunner.Terminals;

return await CommandLine.RunAsync(args, Terminal.OfProcess);
