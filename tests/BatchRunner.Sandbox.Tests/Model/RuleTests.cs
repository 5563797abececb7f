using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Tests.Model;

public sealed class RuleTests : PlatformTest
{
    [Theory]
    [InlineData("flaky-shop", "failed succeeded succeeded")]
    [InlineData("flaky2-shop", "failed failed succeeded")]
    [InlineData("fail-shop", "failed failed failed")]
    [InlineData("maps-berlin", "succeeded succeeded succeeded")]
    public void A_rerun_counts_as_the_next_run_of_its_task(string task, string story)
    {
        var platform = Platform(Base);
        var slug = Start(platform, task);
        var states = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            Time.Pass(2);
            states.Add(Status(platform, slug));
            slug = platform.Rerun(RunAddress.By(slug)).Slug!;
        }

        Assert.Equal(story, string.Join(' ', states));
        Assert.Equal(4, platform.Facts().PerTask[task]);
    }

    [Theory]
    [InlineData("missing-1", 404, 60001)]
    [InlineData("invalid-1", 400, 50003)]
    [InlineData("broke-1", 400, 30001)]
    public void Some_tasks_are_refused_and_no_run_is_created(string task, int http, int code)
    {
        var platform = Platform(Base);
        var refusal = Assert.Throws<RefusalException>(() => platform.StartTask(task));

        Assert.Equal((http, code), (refusal.Http, refusal.Code));
        Assert.Empty(platform.Facts().Runs);
    }

    [Fact]
    public void Rules_of_a_scenario_come_before_the_built_in_ones_and_the_first_match_decides()
    {
        var platform = Platform(Base with
        {
            Rules =
            [
                new() { Match = "fail-shop-?", Results = new(7, 7) },
                new() { Match = "fail-*", FailAlways = true, Error = "mine" },
            ],
        });
        var first = RunAddress.By(Start(platform, "fail-shop-1"));
        var second = RunAddress.By(Start(platform, "fail-shop-10"));
        Time.Pass(2);

        Assert.Equal((RunState.Succeeded, 7), (platform.Find(first).State, platform.Find(first).Results));
        Assert.Equal("mine", platform.Find(second).Error);
    }

    [Fact]
    public void A_rule_can_say_which_Worker_is_behind_a_task()
    {
        var platform = Platform(Base with { Rules = [new() { Match = "x-*", Worker = "acme~news" }] });

        Assert.Equal("acme~news", platform.Find(RunAddress.By(Start(platform, "x-1"))).Run.Subject.Worker.Path);
    }

    [Fact]
    public void A_Worker_obeys_the_rules_for_its_name()
    {
        var platform = Platform(Base);
        platform.StartWorker("acme~fail-news");
        Time.Pass(2);

        Assert.Equal(RunState.Failed, platform.Find(RunAddress.LastOf("acme~fail-news")).State);
        Assert.Equal(50001, Assert.Throws<RefusalException>(() => platform.StartWorker("acme~missing-news")).Code);
        Assert.Equal(50001, Assert.Throws<RefusalException>(() => platform.StartWorker("12345")).Code);
    }

    [Fact]
    public void An_old_run_from_before_the_sandbox_can_be_rerun_by_its_name()
    {
        var platform = Platform(Base);
        platform.Rerun(RunAddress.By("past-flaky-shop"));

        Assert.Equal(1, platform.Facts().PerTask["flaky-shop"]);
        Assert.Equal(70001, Assert.Throws<RefusalException>(() => platform.Rerun(RunAddress.By("flaky-shop"))).Code);
    }

    [Fact]
    public void A_share_of_runs_fails_by_chance()
    {
        var platform = Platform(Base with { Plan = 0, Rules = [new() { Match = "*", FailChance = 0.25 }] });
        for (var i = 0; i < 1000; i++)
        {
            Start(platform, $"t{i}");
        }

        Time.Pass(2);
        Assert.InRange(platform.Facts().Runs.Count(static run => run.State is RunState.Failed), 200, 300);
    }

    [Fact]
    public void A_share_of_replies_is_lost_by_chance_with_or_without_a_run()
    {
        var platform = Platform(Base with
        {
            Plan = 0,
            Rules =
            [
                new() { Match = "before-*", Lose = LoseReply.Before, Chance = 0.25 },
                new() { Match = "after-*", Lose = LoseReply.After, Chance = 0.25 },
            ],
        });
        var before = Enumerable.Range(0, 1000).Select(i => platform.StartTask($"before-{i}")).ToList();
        var after = Enumerable.Range(0, 1000).Select(i => platform.StartTask($"after-{i}")).ToList();

        Assert.InRange(before.Count(static reply => reply.Trouble is not null), 200, 300);
        Assert.All(before, static reply => Assert.Equal(reply.Trouble is not null, reply.Slug is null));
        Assert.InRange(after.Count(static reply => reply.Trouble is not null), 200, 300);
        Assert.All(after, static reply => Assert.NotNull(reply.Slug));

        var facts = platform.Facts();
        Assert.Equal(after.Count(static reply => reply.Trouble is not null), facts.Runs.Count(static run => run.Run.Lost));
        Assert.Equal(before.Concat(after).Count(static reply => reply.Trouble is not null), facts.LostReplies);
    }
}
