using System.Text;
using BatchRunner.CoreClaw.Reading;
using BatchRunner.CoreClaw.Transport;

namespace BatchRunner.CoreClaw.Tests.Reading;

public sealed class ReplyReaderTests
{
    [Theory]
    [InlineData("""{"code":0,"message":"success","request_id":"req-1","data":{}}""", 0)]
    [InlineData("""{"code":0}""", 0)]
    [InlineData("""{"code":"13000","message":"too many requests"}""", 13000)]
    [InlineData("""{"code":13000.0}""", 13000)]
    [InlineData(""" { "code" : 30003 , "unknown" : [ {} ] } """, 30003)]
    [InlineData("\uFEFF{\"code\":0}", 0)]
    public void A_body_with_a_code_is_an_envelope(string body, long code)
    {
        var reply = Read(body);

        Assert.Equal(ReplyShape.Envelope, reply.Shape);
        Assert.Equal(code, reply.Code);
    }

    [Theory]
    [InlineData("<html><h1>502 Bad Gateway</h1></html>")]
    [InlineData("""{"message":"no Route matched with those values"}""")]
    [InlineData("""{"code":null}""")]
    [InlineData("""{"code":"E_LIMIT"}""")]
    [InlineData("[]")]
    [InlineData("\"ok\"")]
    [InlineData("null")]
    [InlineData("{]")]
    [InlineData("{\"code\":0}{\"code\":1}")]
    public void Anything_else_is_foreign(string body) => Assert.Equal(ReplyShape.Foreign, Read(body).Shape);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public void A_blank_body_is_empty(string body) => Assert.Equal(ReplyShape.Empty, Read(body).Shape);

    [Fact]
    public void An_envelope_is_cut_wherever_it_ends_early()
    {
        const string Whole = """{"code":0,"message":"success","data":{"list":[{"slug":"01\u004b","n":1.5}],"count":1}}""";
        for (var length = 1; length < Whole.Length; length++)
        {
            Assert.Equal(ReplyShape.Cut, Read(Whole[..length]).Shape);
        }
    }

    [Fact]
    public void The_envelopes_of_the_documents_are_read()
    {
        var error = Read("""{"code":11000,"message":"invalid argument","request_id":"req-9","details":["limit: max 100","x"]}""").Envelope!;
        Assert.Equal(("invalid argument", "req-9"), (error.Message, error.RequestId));
        Assert.Equal(["limit: max 100", "x"], error.Details!);

        Assert.Null(Read("""{"code":1,"message":"m","details":null}""").Envelope!.Details);
        Assert.Equal(["one"], Read("""{"code":1,"details":"one"}""").Envelope!.Details!);
        Assert.Equal(["7", """{"field":"limit"}"""], Read("""{"code":1,"details":[7,{"field":"limit"},null]}""").Envelope!.Details!);
        Assert.Equal("42", Read("""{"code":1,"request_id":42}""").Envelope!.RequestId);
    }

    private static Reply Read(string body) =>
        ReplyReader.Read(new Exchange.Answered(200, Encoding.UTF8.GetBytes(body), BodyEnd.Whole, null));
}
