using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace BatchRunner.Sandbox.Tests.Http;

/// <summary>A server on a free port with a hand-moved clock, and a client that carries a key.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    private SandboxServer? _server;

    protected SandboxServer Server => _server!;

    protected HttpClient Client { get; } = new();

    internal ManualTime Time { get; } = new();

    /// <summary>Runs last exactly 2 seconds, are never <c>ready</c>, have 3 rows; no rate limit.</summary>
    protected virtual SandboxOptions Options => new() { Rate = 0, Scenario = new Scenario { Defaults = Steady } };

    protected static RunDefaults Steady { get; } = new() { Duration = new(2, 2), Ready = 0, Results = new(3, 3) };

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(Options, Time, CancellationToken.None);
        Client.BaseAddress = Server.BaseUrl;
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    protected Task<Answer> Get(string path) => Send(HttpMethod.Get, path, body: null);

    protected Task<Answer> Post(string path, string? body = "{}") => Send(HttpMethod.Post, path, body);

    protected async Task<string> Start(string task)
    {
        var answer = await Post($"/api/v2/worker-tasks/{task}/runs");
        Assert.Equal(0, answer.Code);
        return answer.Data.GetProperty("run_slug").GetString()!;
    }

    protected async Task<string?> Status(string slug) => (await Get($"/api/v2/worker-runs/{slug}")).Data.GetProperty("status").GetString();

    private async Task<Answer> Send(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(Server.BaseUrl, path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Client.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return new Answer(response.StatusCode, json.RootElement.Clone(), response.Headers.RetryAfter);
    }

    protected sealed record Answer(HttpStatusCode Http, JsonElement Body, RetryConditionHeaderValue? RetryAfter)
    {
        public int Code => Body.GetProperty("code").GetInt32();

        public string Message => Body.GetProperty("message").GetString()!;

        public JsonElement Data => Body.GetProperty("data");

        /// <summary>HTTP status and code together.</summary>
        public (int Http, int Code) Verdict => ((int)Http, Code);
    }
}
