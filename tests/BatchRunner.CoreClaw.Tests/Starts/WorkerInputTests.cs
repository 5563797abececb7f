using BatchRunner.CoreClaw.Starts;

namespace BatchRunner.CoreClaw.Tests.Starts;

public sealed class WorkerInputTests
{
    [Theory]
    [InlineData("""{"keyword":"x"}""")]
    [InlineData("""{"parameters":1}""")]
    [InlineData("""{"parameters":{"system":{}}}""")]
    [InlineData("{}")]
    [InlineData("""{"id":9007199254740993,"price":1.10}""")]
    public void Bare_fields_are_wrapped_and_kept_as_they_are(string input) =>
        Assert.Equal(
            input, WorkerInput.Wrap(input)!.Value.GetProperty("parameters").GetProperty("custom").GetRawText());

    [Theory]
    [InlineData("""{"parameters":{"custom":{"keyword":"x"}}}""")]
    [InlineData("""{"parameters":{"custom":{},"system":{"cpus":0.125}}}""")]
    public void A_wrapped_input_is_not_wrapped_again(string input) => Assert.Equal(input, WorkerInput.Wrap(input)!.Value.GetRawText());

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    [InlineData("{\"a\":")]
    [InlineData("{} {}")]
    public void Anything_but_an_object_is_no_input(string input) => Assert.Null(WorkerInput.Wrap(input));
}
