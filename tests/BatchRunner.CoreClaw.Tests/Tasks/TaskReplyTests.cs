using System.Text.Json;
using BatchRunner.Core.Api;
using BatchRunner.CoreClaw.Tasks;

namespace BatchRunner.CoreClaw.Tests.Tasks;

public sealed class TaskReplyTests
{
    [Fact]
    public void A_task_as_the_service_returns_it() =>
        Assert.Equal(
            new SavedTask("01KZAZF168", "Maps, daily", "01KPD6M5YQ", "coreclaw~google-maps-scraper"),
            Read(
                """
                {"id":1786001196232214890,"slug":"01KZAZF168","worker_id":32708435341606912,"worker_slug":"01KPD6M5YQ",
                 "worker_path":"coreclaw/google-maps-scraper","title":"Maps, daily","input":{"parameters":{"custom":{}}},"last_run_id":0}
                """));

    [Fact]
    public void A_task_as_the_samples_show_it() =>
        Assert.Equal(
            new SavedTask("demo-task", string.Empty, null, "owner~demo-worker"),
            Read("""{"id":2001,"slug":"demo-task","version":"latest","worker_path":"owner~demo-worker"}"""));

    [Theory]
    [InlineData("null")]
    [InlineData("""{"title":"x"}""")]
    public void A_task_without_a_slug_is_none(string data) => Assert.Null(Read(data));

    private static SavedTask? Read(string data) => TaskReplies.Task(JsonElement.Parse(data));
}
