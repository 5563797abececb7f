using BatchRunner.Acceptance.Fixture;

namespace BatchRunner.Acceptance.Batches;

public sealed class FormatTests : ProgramTest
{
    [Fact]
    public async Task Json_lines_come_from_standard_input()
    {
        await ServeAsync(Scenarios.Quick);

        (await RunWithInputAsync(
            """
            {"task_id": "maps-bern", "label": "Bern", "city": {"id": 7}}
            {"worker_id": "coreclaw/google-maps-scraper", "input": {"keyword": "bakery"}, "note": "=1+1"}

            """,
            ["run", "-", "--format", "jsonl", "-o", "out", .. Brisk])).Expect(0);

        Assert.Equal(["maps-bern", "coreclaw/google-maps-scraper"], Summary.Column("target"));
        Assert.Equal(["Bern", ""], Summary.Column("label"));
        Assert.Equal(["city", "note"], Summary.Columns.TakeLast(2));
        Assert.Equal(["{\"id\":7}", ""], Summary.Column("city"));
        Assert.Equal(["", "'=1+1"], Summary.Column("note"));
        Assert.Equal(2, Sandbox.Stats.RunsCreated);
    }

    [Fact]
    public async Task Tasks_workers_and_old_runs_stand_in_one_file()
    {
        await ServeAsync(Scenarios.Quick);
        var batch = Write(
            "mixed.csv",
            "Worker_ID,task_id,RUN_ID,input,Own, other",
            "coreclaw/google-maps-scraper,,,\"{\"\"keyword\"\": \"\"a, b\"\"}\",\"one, two\",",
            ",maps-bern,,,\"say \"\"hi\"\"\",",
            ",,past-shop,,,last");

        (await RunBatchAsync(batch)).Expect(0);

        Assert.Equal(["worker", "task", "rerun"], Summary.Column("kind"));
        Assert.Equal(["coreclaw/google-maps-scraper", "maps-bern", "past-shop"], Summary.Column("target"));
        Assert.Equal(["one, two", "say \"hi\"", ""], Summary.Column("Own"));
        Assert.All(Summary.Rows, row => Assert.Equal(("succeeded", "1"), (row["status"], row["attempts"])));
        Assert.Equal((2, 1), (Sandbox.Stats.Calls.Start, Sandbox.Stats.Calls.Rerun));
        Assert.Equal("past-shop", Sandbox.Runs.Single(run => run.Slug == Summary["past-shop"]["run_slug"]).RerunOf);
    }

    [Fact]
    public async Task The_same_task_in_several_rows_is_a_run_for_each()
    {
        await ServeAsync(Scenarios.Quick);

        (await RunBatchAsync(Write("same.txt", "maps-bern", "maps-bern", "maps-bern"))).Expect(0);

        Assert.Equal(3, Sandbox.Stats.RunsPerTask["maps-bern"]);
        Assert.Equal(3, Summary.Column("run_slug").Distinct().Count());
    }
}
