using BatchRunner.Core.Batches;
using BatchRunner.Files.Tests.Support;

namespace BatchRunner.Files.Tests.Batches;

public sealed class JsonlTests
{
    [Fact]
    public async Task Each_line_is_a_row_and_other_keys_are_the_users_own_in_order_of_first_appearance()
    {
        var batch = await Read.Jsonl(
            "\uFEFF" + """
            {"task_id":"A1","zip":8001,"label":"x","max_attempts":2,"timeout":"10m","callback_url":"http://h/"}

            {"worker_id":"o~n","input":{"n":1.50,"ü":"é"},"version":"v1","city":"Zürich","zip":null}
            {"run_id":"R1","label":null,"tags":["a", {"b" : "<ü>"}],"ok":true,"big":12345678901234567890.10,"City":"Bern"}
            """);

        Assert.Equal(["zip", "city", "tags", "ok", "big"], batch.OwnColumns);
        var (first, second, third) = (batch.Rows[0], batch.Rows[1], batch.Rows[2]);
        Assert.Equal(new RunTarget.Task("A1"), first.Target);
        Assert.Equal(("x", 2, TimeSpan.FromMinutes(10), "http://h/"), (first.Label, first.MaxAttempts, first.Timeout, first.CallbackUrl));
        Assert.Equal(["8001", "", "", "", ""], first.OwnValues);
        Assert.Equal(new RunTarget.Worker("o~n", """{"n":1.50,"ü":"é"}""", "v1"), second.Target);
        Assert.Equal(["", "Zürich", "", "", ""], second.OwnValues);
        Assert.Equal(new RunTarget.Rerun("R1"), third.Target);
        Assert.Equal(["", "Bern", """["a",{"b":"<ü>"}]""", "true", "12345678901234567890.10"], third.OwnValues);
    }

    [Fact]
    public async Task Every_fault_is_listed()
    {
        var faults = await Read.FaultsOfJsonl(
            """
            {"task_id":"A1"
            [1]
            "A1"
            {"task_id":["A1"],"timeout":90}
            {"task_id":"A1","Task_Id":"A2"}
            {"worker_id":"W1","input":"{}"}
            {"worker_id":"W1","input":[1],"max_attempts":1.5}
            {"label":"x"}
            {"task_id":"A1","status":"old","taskId":"x"}
            {"task_id":"A1","status":"old","taskId":"x","note":"\ud800"}
            {"task_id":"A1","input":{}}
            {"task_id":"A1","label":{"a":1}}
            {"task_id":"A 1",}
            {"task_id":"A1","version":"v1","callback_url":true}
            """);

        Assert.Equal(
            [
                "b:1: the line is not valid JSON: it goes wrong at byte 16",
                "b:2: the line is an array: write one object {…} a line",
                "b:3: the line is a string: write one object {…} a line",
                "b:4: task_id is an array: write a string",
                "b:4: timeout '90' is not a time: write a number with its unit, such as 500ms, 90s, 10m, 2h or 1h30m (at most 720h)",
                "b:5: key 'Task_Id' stands there twice: rename or remove one",
                "b:6: input is a string: write an object {…}",
                "b:7: input is an array: write an object {…}",
                "b:7: max_attempts '1.5' is not a whole number from 1 to 100",
                "b:8: task_id, worker_id and run_id are all empty: fill in one of them",
                "b:9: column 'status' is one that summary.csv has itself: rename or remove it",
                "b:9: column 'taskId' is not known: did you mean task_id? If it is your own, give it another name",
                "b:10: the line has a \\u escape that stands for no character",
                "b:11: input goes only with worker_id, not with task_id: leave it empty",
                "b:12: label is an object: write a string",
                "b:13: the line is not valid JSON: it goes wrong at byte 18",
                "b:14: callback_url is true or false: write a string",
                "b:14: version goes only with worker_id, not with task_id: leave it empty",
            ],
            faults);
    }

    [Fact]
    public async Task Keys_that_vary_from_line_to_line_are_refused_before_they_fill_memory()
    {
        var lines = Enumerable.Range(1, 1200).Select(i => $$"""{"task_id":"A1","k{{i}}":1}""");

        var faults = await Read.FaultsOfJsonl(string.Join('\n', lines));

        Assert.Equal(["b:1001: there are more than 1000 columns of your own: move what varies from row to row into values"], faults);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_a_fault_of_their_line()
    {
        byte[] content = [.. "{\"task_id\":\"A1\"}\r\n{\"task_id\":\"A"u8, 0xFC, .. "\"}\r\n"u8];

        Assert.Equal(["b:2: the line is not valid UTF-8: save the file as UTF-8"], await Read.FaultsOf(BatchFormat.Jsonl, content));
    }
}
