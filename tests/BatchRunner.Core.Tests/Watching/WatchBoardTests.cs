using BatchRunner.Core.Api;
using BatchRunner.Core.Watching;

namespace BatchRunner.Core.Tests.Watching;

public sealed class WatchBoardTests
{
    private static readonly DateTimeOffset Later = Given.Noon + TimeSpan.FromSeconds(20);

    private static string Slug(int number) => Ulid.Of(Given.Noon, number);

    private static RunPage Page(params RunReport[] runs) => new(runs.Length, runs);

    [Fact]
    public void A_page_tells_which_runs_are_over_and_they_are_followed_no_longer()
    {
        var board = WatchBoard.Empty.Watch(Slug(1), Given.Noon).Watch(Slug(2), Given.Noon);

        var (after, over) = board.Saw(
            Page(Given.Report(Slug(2), RunStatus.Running), Given.Report(Slug(1), RunStatus.Failed, "boom")), true, Later, Later);

        Assert.Equal(Slug(1), Assert.Single(over).Slug);
        Assert.Equal([Slug(2)], after.Runs.Keys);
        Assert.Equal(TimeSpan.FromSeconds(20), after.UsualLife);
    }

    [Fact]
    public void Other_peoples_runs_are_passed_over()
    {
        var (after, over) = WatchBoard.Empty.Saw(Page(Given.Report(Slug(7), RunStatus.Succeeded)), true, Later, Later);

        Assert.Empty(over);
        Assert.Empty(after.Runs);
    }

    [Fact]
    public void A_run_that_the_list_does_not_show_is_asked_for_by_itself()
    {
        var board = WatchBoard.Empty.Watch(Slug(1), Given.Noon);

        var (after, _) = board.Saw(Page(), true, Later, Later);

        Assert.Equal(new Look.Detail(Slug(1)), WatchPlanner.Next(after, new Look.List(1)));
    }

    [Fact]
    public void A_run_that_has_just_begun_may_be_missing_from_a_list_that_lags_behind()
    {
        var board = WatchBoard.Empty.Watch(Slug(1), Later - TimeSpan.FromSeconds(1));

        var (after, _) = board.Saw(Page(), true, Later, Later);

        Assert.Null(WatchPlanner.Next(after, new Look.List(1)));
    }

    [Fact]
    public void Many_missing_runs_are_looked_for_on_the_next_page()
    {
        var board = Enumerable.Range(1, 5).Aggregate(WatchBoard.Empty, (b, n) => b.Watch(Slug(n), Given.Noon));
        var foreign = Enumerable.Range(100, 100).Reverse().Select(n => Given.Report(Slug(n), RunStatus.Running)).ToArray();

        var (after, _) = board.Saw(new RunPage(250, foreign), true, Later, Later);

        Assert.Equal(new Look.List(2), WatchPlanner.Next(after, new Look.List(1)));
    }

    [Fact]
    public void A_list_that_begins_with_the_oldest_run_is_read_from_its_last_page()
    {
        var oldest = Enumerable.Range(1, 100).Select(n => Given.Report(Slug(n), RunStatus.Succeeded)).ToArray();

        var (board, _) = WatchBoard.Empty.Saw(new RunPage(250, oldest), true, Later, Later);

        Assert.False(board.IsNewestFirst);
        Assert.Equal(new Look.List(3), WatchPlanner.First(board));
    }

    [Fact]
    public void Aborting_is_the_end_only_after_a_grace()
    {
        var board = WatchBoard.Empty.Watch(Slug(1), Given.Noon);
        var resting = Page(Given.Report(Slug(1), RunStatus.Aborting));

        var (seen, none) = board.Saw(resting, true, Later, Later);
        var (still, notYet) = seen.Saw(resting, true, Later, Later + TimeSpan.FromSeconds(59));
        var (_, over) = still.Saw(resting, true, Later, Later + TimeSpan.FromSeconds(60));

        Assert.Empty(none);
        Assert.Empty(notYet);
        Assert.Single(over);
    }

    [Fact]
    public void An_unknown_status_is_the_end_after_a_minute_with_a_finishing_time_and_after_ten_without()
    {
        var odd = new RunReport(Slug(1), RunStatus.Unknown, "hibernating");
        var ended = odd with { FinishedAt = Later };

        Assert.False(IsOverAfter(odd, TimeSpan.FromMinutes(9)));
        Assert.True(IsOverAfter(odd, TimeSpan.FromMinutes(10)));
        Assert.False(IsOverAfter(ended, TimeSpan.FromSeconds(59)));
        Assert.True(IsOverAfter(ended, TimeSpan.FromSeconds(60)));

        static bool IsOverAfter(RunReport report, TimeSpan time)
        {
            var board = WatchBoard.Empty.Watch(Slug(1), Given.Noon).Saw([report], Later).Board;
            return board.Saw([report], Later + time).Over.Count == 1;
        }
    }

    [Fact]
    public void Later_pages_of_a_round_find_runs_and_miss_none()
    {
        var board = Enumerable.Range(1, 5).Aggregate(WatchBoard.Empty, (b, n) => b.Watch(Slug(n), Given.Noon));
        var (first, _) = board.Saw(Page([.. Enumerable.Range(4, 2).Select(n => Given.Report(Slug(n), RunStatus.Running))]), true, Later, Later);

        var (second, _) = first.Saw(Page([.. Enumerable.Range(1, 3).Select(n => Given.Report(Slug(n), RunStatus.Running))]), false, Later, Later);

        Assert.Null(WatchPlanner.Next(second, new Look.List(2)));
    }

    [Fact]
    public void A_run_is_gone_only_after_CoreClaw_has_said_so_for_a_minute()
    {
        var board = WatchBoard.Empty.Watch(Slug(1), Given.Noon);
        var seconds = new List<int>();
        for (var second = 0; second <= 60; second += 20)
        {
            (board, var isGone) = board.SawNot(Slug(1), Later + TimeSpan.FromSeconds(second));
            if (isGone)
            {
                seconds.Add(second);
            }
        }

        Assert.Equal([60], seconds);
        Assert.Empty(board.Runs);
    }

    [Fact]
    public void About_one_end_is_expected_at_each_look()
    {
        var board = WatchBoard.Empty.Watch(Slug(99), Given.Noon - TimeSpan.FromSeconds(30));
        (board, _) = board.Saw([Given.Report(Slug(99), RunStatus.Succeeded)], Given.Noon);
        board = Enumerable.Range(1, 9).Aggregate(board, (b, n) => b.Watch(Slug(n), Given.Noon));

        Assert.Equal(TimeSpan.FromSeconds(3), WatchPlanner.Wait(board, Later));
    }

    [Fact]
    public void Before_the_first_end_the_wait_grows_with_the_age_of_the_oldest_run()
    {
        var board = WatchBoard.Empty.Watch(Slug(1), Given.Noon);

        Assert.Equal(TimeSpan.FromSeconds(0.5), WatchPlanner.Wait(board, Given.Noon));
        Assert.Equal(TimeSpan.FromSeconds(5), WatchPlanner.Wait(board, Later));
        Assert.Equal(TimeSpan.FromSeconds(15), WatchPlanner.Wait(board, Later + TimeSpan.FromHours(1)));
        Assert.Null(WatchPlanner.Wait(WatchBoard.Empty, Later));
    }
}
