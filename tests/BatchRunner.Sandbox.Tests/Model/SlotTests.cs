using BatchRunner.Sandbox.Model;

namespace BatchRunner.Sandbox.Tests.Model;

public sealed class SlotTests : PlatformTest
{
    [Fact]
    public void A_start_over_the_plan_is_refused_and_leaves_no_record()
    {
        var platform = Platform(Base with { Plan = 2 });
        Start(platform, "a");
        Start(platform, "b");

        var refusal = Assert.Throws<RefusalException>(() => platform.StartTask("c"));

        Assert.Equal((400, 30003), (refusal.Http, refusal.Code));
        Assert.Equal(2, platform.Facts().Runs.Length);
    }

    [Fact]
    public void A_slot_is_free_at_the_very_instant_a_run_ends()
    {
        var platform = Platform(Base with { Plan = 1 });
        Start(platform, "a");

        Time.Pass(1.999);
        Assert.Throws<RefusalException>(() => platform.StartTask("b"));
        Time.Pass(0.001);

        Assert.NotNull(platform.StartTask("b").Slug);
        Assert.Equal(1, platform.Facts().Peak);
    }

    [Fact]
    public void An_abort_frees_the_slot_at_once()
    {
        var platform = Platform(Base with { Plan = 1 });
        platform.Abort(RunAddress.By(Start(platform, "a")));

        Assert.NotNull(platform.StartTask("b").Slug);
    }

    [Fact]
    public void The_peak_is_exact_though_nobody_looked()
    {
        var platform = Platform(Base with { Plan = 0, Defaults = Base.Defaults with { Ready = 1 } });
        Start(platform, "a");
        Time.Pass(1);
        Start(platform, "b");
        Start(platform, "c");
        Time.Pass(3600);

        // a ran from second 1 to 3, b and c from 2 to 4.
        Assert.Equal(3, platform.Facts().Peak);
        Assert.Equal(0, platform.Facts().Running);
    }

    [Fact]
    public void A_run_that_begins_at_the_instant_another_ends_does_not_run_beside_it()
    {
        var platform = Platform(Base with { Plan = 0, Rules = [new() { Match = "late", Ready = 1 }] });
        Start(platform, "a");
        Time.Pass(1);
        Start(platform, "late");
        Time.Pass(3600);

        Assert.Equal(1, platform.Facts().Peak);
    }

    [Fact]
    public void A_ready_run_holds_no_slot_and_waits_for_one()
    {
        var platform = Platform(Base with { Plan = 1, Defaults = Base.Defaults with { Ready = 1 } });
        var first = Start(platform, "a");
        var second = Start(platform, "b");

        Time.Pass(1.5);
        Assert.Equal(("running", "ready"), (Status(platform, first), Status(platform, second)));
        Time.Pass(1.5);

        Assert.Equal(("succeeded", "running"), (Status(platform, first), Status(platform, second)));
        Assert.Equal(1, platform.Facts().Peak);
    }

    [Fact]
    public void By_switch_a_ready_run_holds_a_slot()
    {
        var platform = Platform(Base with
        {
            Plan = 1,
            Defaults = Base.Defaults with { Ready = 1 },
            Switches = new() { ReadyHoldsSlot = true },
        });
        var run = Start(platform, "a");

        Assert.Throws<RefusalException>(() => platform.StartTask("b"));
        platform.Abort(RunAddress.By(run));
        Assert.NotNull(platform.StartTask("b").Slug);
    }

    [Fact]
    public void Other_peoples_runs_take_slots_for_ever_and_fill_the_list()
    {
        var platform = Platform(Base with { Plan = 3, Foreign = new() { Runs = 2, Duration = new(5, 5) } });
        Start(platform, "a");

        Assert.Throws<RefusalException>(() => platform.StartTask("b"));
        Time.Pass(60);
        Start(platform, "b");
        Assert.Throws<RefusalException>(() => platform.StartTask("c"));

        var facts = platform.Facts();
        Assert.Equal((2, 1, 2), (facts.ForeignRunning, facts.Peak, facts.Runs.Length));
        Assert.Equal(2 + (2 * 12) + 2, platform.List(new RunFilter(1, 100)).Total);
    }
}
