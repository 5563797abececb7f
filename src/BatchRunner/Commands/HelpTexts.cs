using System.CommandLine;

namespace BatchRunner.Commands;

/// <summary>Puts examples and exit codes under a command's description, so that its help has them.</summary>
internal static class HelpTexts
{
    public static T With<T>(this T command, string[] examples, params (int Code, string When)[] exitCodes)
        where T : Command
    {
        command.Description += "\n\nExamples:\n" + string.Join('\n', examples.Select(example => $"  {example}"))
            + "\n\nExit codes:\n" + string.Join('\n', exitCodes.Select(code => $"  {code.Code,-4} {code.When}"));
        return command;
    }
}
