using System.Text;
using AngleSharp.Html.Parser;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>What Lighthouse would say, as far as it can be held to without a clock: see tests/lighthouse for the rest.</summary>
public sealed class FirstScreenTests(BrowserFixture browser)
{
    /// <summary>What a server sends before it waits for the first answer: ten segments of TCP, in bytes.</summary>
    private const int FirstFlight = 10 * 1460;

    [Theory]
    [InlineData(Pages.English)]
    [InlineData(Pages.Russian)]
    [InlineData(Pages.Sample)]
    public void The_opening_and_all_its_styles_come_with_the_first_flight(string path)
    {
        var page = Pages.FilesOf(path).Text(path.TrimStart('/') + "index.html");
        var end = page.IndexOf("<nav class=\"sections\"", StringComparison.Ordinal) is var list and > 0 ? list : page.IndexOf("<div class=\"prose\">", StringComparison.Ordinal);
        Assert.True(end > page.IndexOf("data-chart", StringComparison.Ordinal));
        var weight = Brotli.Weigh(page[..end]);
        TestContext.Current.SendDiagnosticMessage($"{path}: {weight} bytes to the end of the opening");
        Assert.InRange(weight, 1, FirstFlight);
    }

    [Theory]
    [InlineData(Pages.English, 390, 844)]
    [InlineData(Pages.English, 1440, 900)]
    [InlineData(Pages.Russian, 390, 844)]
    [InlineData(Pages.Sample, 1440, 900)]
    [InlineData(Pages.HeaviestOfGallery, 390, 844)]
    [InlineData(Pages.HeaviestOfGallery, 1440, 900)]
    public async Task Nothing_blocks_the_first_paint_and_nothing_jumps_while_the_page_is_read(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        var blocking = await opened.Page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').filter(r => r.renderBlockingStatus !== 'non-blocking').map(r => r.name)");
        Assert.Empty(blocking);

        // From here on, with the faces there: a face that comes late to a slow reader may move a line by a pixel or two.
        var shifts = await opened.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const shifts = [];
              const watcher = new PerformanceObserver(list => shifts.push(...list.getEntries().filter(e => e.startTime > from).map(e => `${e.value.toFixed(5)} at ${Math.round(scrollY)}: ${e.sources.map(s => s.node?.className?.baseVal ?? s.node?.className ?? s.node?.nodeName).join(", ")}`)));
              const from = performance.now();
              watcher.observe({ type: "layout-shift", buffered: true });
              for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 3) {
                scrollTo({ top: y, behavior: "instant" });
                await new Promise(requestAnimationFrame);
                await new Promise(requestAnimationFrame);
              }
              shifts.push(...watcher.takeRecords().map(e => `${e.value} at the end`));
              return shifts;
            }
            """);
        Assert.True(shifts.Length == 0, string.Join('\n', shifts));
    }

    [Fact]
    public void All_scripts_of_a_page_come_as_one_file_and_weigh_at_most_six_kilobytes()
    {
        var files = Pages.FilesOf(Pages.English);
        var page = new HtmlParser().ParseDocument(files.Text(Pages.English.TrimStart('/') + "index.html"));
        var start = Assert.Single(page.QuerySelectorAll("script:not([type*=json])")).TextContent;
        var file = Assert.Single(files, f => f.Path.EndsWith(".js", StringComparison.Ordinal) && start.Contains(f.Path, StringComparison.Ordinal));
        Assert.DoesNotContain("import(", Encoding.UTF8.GetString(file.Bytes.Span), StringComparison.Ordinal);

        var weight = Brotli.Weigh(file.Bytes.Span) + Brotli.Weigh(start);
        TestContext.Current.SendDiagnosticMessage($"{weight} bytes of scripts, packed");
        Assert.InRange(weight, 1, 6 * 1024);
    }

    [Theory]
    [InlineData(Pages.English, 60_000)]
    [InlineData(Pages.Russian, 65_000)]
    [InlineData(Pages.HeaviestOfGallery, 200_000)]
    public void A_page_stays_within_its_weight(string path, int most)
    {
        var weight = Brotli.Weigh(Encoding.UTF8.GetBytes(Pages.FilesOf(path).Text(path.TrimStart('/') + "index.html")));
        TestContext.Current.SendDiagnosticMessage($"{path}: {weight} bytes packed");
        Assert.InRange(weight, 1, most);
    }
}
