using Explainer.Commands;
using Explainer.Input;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>An author's desk: save, and the page has changed; make a mistake, and the page says where.</summary>
public sealed class PreviewTests(BrowserFixture browser)
{
    /// <summary>A build beside other tests may take a while: here it matters that it comes.</summary>
    private static readonly LocatorAssertionsToHaveTextOptions Patience = new() { Timeout = 30_000 };

    [Fact]
    public async Task The_page_follows_each_save_and_shows_what_is_wrong()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Sites.SampleInput);
        var story = Path.Combine(folder.Path, "input", "stories", "rain.en.md");
        var good = await File.ReadAllTextAsync(story, TestContext.Current.CancellationToken);
        using var ending = new CancellationTokenSource();
        var address = new TaskCompletionSource<string>();
        await using var text = TextWriter.Synchronized(new StringWriter());
        var serving = PreviewCommand.RunAsync(new SiteFolders(folder.Path), 0, () => null, text, address.SetResult, ending.Token);

        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(await address.Task + "/rain/");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Where the rain falls", Patience);

        await File.WriteAllTextAsync(story, good.Replace("Where the rain falls", "Where it pours", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Where it pours", Patience);

        await File.WriteAllTextAsync(story, good.Replace("@coast", "@cost", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("#preview-problems")).ToContainTextAsync("input/stories/rain.en.md:18:1: error EX0402", new() { Timeout = Patience.Timeout });
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Where it pours", Patience);

        await File.WriteAllTextAsync(story, good, TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Where the rain falls", Patience);
        await Assertions.Expect(page.Locator("#preview-problems")).ToHaveCountAsync(0, new() { Timeout = Patience.Timeout });

        // A page of an earlier build that begins to listen only now is told at once.
        await page.GotoAsync("about:blank");
        using var client = new HttpClient { BaseAddress = new Uri(await address.Task) };
        await using var events = await client.GetStreamAsync(new Uri("/_preview/events?1", UriKind.Relative), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(events);
        Assert.Equal("event: reload", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        await ending.CancelAsync();
        Assert.Equal(0, await serving);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_to_be()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Sites.SampleInput);
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        await using var text = new StringWriter();

        var code = await PreviewCommand.RunAsync(new SiteFolders(folder.Path), ((System.Net.IPEndPoint)listener.LocalEndpoint).Port, () => null, text, null, TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains("EX0004", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("--port", text.ToString(), StringComparison.Ordinal);
    }
}
