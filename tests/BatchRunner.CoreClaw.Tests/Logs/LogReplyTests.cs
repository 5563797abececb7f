using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Logs;

namespace BatchRunner.CoreClaw.Tests.Logs;

public sealed class LogReplyTests
{
    [Fact]
    public void Entries_may_be_objects_or_strings_and_types_numbers_or_words()
    {
        var log = LogReplies.Log(JsonElement.Parse(
            """
            {"all_logs_url":"https://smpfile.example/log?sig=1","result_count":2,
             "list":[{"type":2,"group":"g1","content":"SYSTEM: Running...","timestamp":1782091200123},
                     {"type":"error","content":"Traceback","timestamp":"1782091201000"},
                     {"type":"3","content":"slow"}, "SYSTEM: bare", null, {"type":9,"timestamp":0}]}
            """));

        Assert.Equal(new Uri("https://smpfile.example/log?sig=1"), log.AllLogsUrl);
        Assert.Equal(
            [
                new LogLine(LogLineLevel.Info, "SYSTEM: Running...", DateTimeOffset.FromUnixTimeMilliseconds(1782091200123)),
                new LogLine(LogLineLevel.Error, "Traceback", DateTimeOffset.FromUnixTimeMilliseconds(1782091201000)),
                new LogLine(LogLineLevel.Warn, "slow", null),
                new LogLine(LogLineLevel.Unknown, "SYSTEM: bare", null),
                new LogLine(LogLineLevel.Unknown, string.Empty, null),
            ],
            log.Lines);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"all_logs_url":"","list":[]}""")]
    [InlineData("""{"all_logs_url":null,"list":null}""")]
    public void A_run_may_have_no_log_yet(string data)
    {
        var log = LogReplies.Log(JsonElement.Parse(data));

        Assert.Null(log.AllLogsUrl);
        Assert.Empty(log.Lines);
    }
}
