using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>Everything can be read: without scripts, on every screen, within its weight.</summary>
public sealed class ReadingTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Pages.AndScreens), MemberType = typeof(Pages))]
    public async Task Without_scripts_all_text_is_there_and_every_step_has_its_chart(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, script: false);
        var steps = opened.Page.Locator("[data-step]");
        var count = await steps.CountAsync();
        for (var i = 0; i < count; i++)
        {
            Assert.True(await steps.Nth(i).Locator(".step-words").IsVisibleAsync());
            var drawn = steps.Nth(i).Locator(".still svg.artboard:visible");
            Assert.Equal(1, await drawn.CountAsync());
            var box = (await drawn.BoundingBoxAsync())!;
            Assert.True(box.Width > 200 && box.Height > 100);
        }

        foreach (var chart in await opened.Page.Locator(".plain .chart, .opening .chart").AllAsync())
            Assert.Equal(1, await chart.Locator("svg.artboard:visible").CountAsync());
        Assert.Empty(opened.Strangers);
    }

    // One page that becomes wider, as it is long to load.
    [Theory]
    [InlineData(Pages.English)]
    [InlineData(Pages.Russian)]
    [InlineData(Pages.Sample)]
    public async Task Words_on_charts_are_large_enough_and_neither_overlap_nor_leave_the_page(string path)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, 320, 700, motion: ReducedMotion.Reduce);
        var steps = await Pages.StepsAsync(opened.Page);
        foreach (var (width, height) in new[] { (320, 700), (390, 844), (768, 1024), (1366, 660), (1440, 900) })
        {
            await opened.Page.SetViewportSizeAsync(width, height);
            foreach (var (id, _) in steps)
            {
                await opened.GoToStepAsync(id);
                Assert.Equal((width, ""), (width, string.Join('\n', await opened.Page.EvaluateAsync<string[]>(TextProblems))));
            }
        }
    }

    [Theory]
    [InlineData(Pages.English)]
    [InlineData(Pages.Russian)]
    public async Task The_story_with_all_it_loads_weighs_under_215_kB(string path)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, 1440, 900);
        await opened.Page.EvaluateAsync("async () => { for (let y = 0; y < document.body.scrollHeight; y += 700) { scrollTo(0, y); await new Promise(requestAnimationFrame); } }");
        var weights = opened.Loaded.DistinctBy(f => f.Path).Select(f => (f.Path, Bytes: f.Path.EndsWith(".woff2", StringComparison.Ordinal) ? f.Bytes.Length : Brotli.Weigh(f.Bytes.Span))).ToList();

        Assert.Contains(weights, w => w.Path.EndsWith(".html", StringComparison.Ordinal));
        Assert.Contains(weights, w => w.Path.EndsWith(".woff2", StringComparison.Ordinal));
        TestContext.Current.SendDiagnosticMessage($"{path}: {weights.Sum(w => w.Bytes)} bytes");
        Assert.True(weights.Sum(w => w.Bytes) < 215_000, string.Join('\n', weights));
    }

    [Fact]
    public async Task Where_a_drawing_cannot_be_had_every_state_stands_beside_its_step()
    {
        var files = Pages.FilesOf(Pages.Sample).RemoveAll(f => f.Path.StartsWith("assets/", StringComparison.Ordinal) && f.Path.EndsWith(".json", StringComparison.Ordinal));
        await using var opened = await browser.OpenAsync(files, Pages.Sample, 390, 844);
        var steps = await Pages.StepsAsync(opened.Page);
        await Assertions.Expect(opened.Page.Locator("[data-step] > .still svg.artboard:visible")).ToHaveCountAsync(steps.Count);
        await Assertions.Expect(opened.Page.Locator("[data-graphic]:visible")).ToHaveCountAsync(0);
    }

    // A line that is gone brings no style sheet either.
    [Fact]
    public async Task On_a_line_that_was_lost_the_states_are_shown_with_what_the_page_has_already()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 390, 844, motion: ReducedMotion.Reduce);
        var steps = await Pages.StepsAsync(opened.Page);
        await opened.Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(r => r.name.includes('noscript'))");
        await opened.Page.Context.SetOfflineAsync(true);
        await opened.Page.SetViewportSizeAsync(700, 844);
        await Assertions.Expect(opened.Page.Locator("[data-step] > .still svg.artboard:visible")).ToHaveCountAsync(steps.Count);
        await Assertions.Expect(opened.Page.Locator("[data-graphic]:visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_drawing_that_never_comes_is_given_up_after_half_a_minute()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 390, 844);
        var steps = await Pages.StepsAsync(opened.Page);
        await opened.Page.RouteAsync("**/assets/*.json", _ => { });

        // A second of the page's is ten milliseconds here.
        await opened.Page.AddInitScriptAsync("const timeout = AbortSignal.timeout; window.waited = []; AbortSignal.timeout = ms => { waited.push(ms); return timeout.call(AbortSignal, ms / 100); };");
        await opened.Page.ReloadAsync();
        await Assertions.Expect(opened.Page.Locator("[data-step] > .still svg.artboard:visible")).ToHaveCountAsync(steps.Count);
        Assert.Equal("30000,30000", await opened.Page.EvaluateAsync<string>("() => waited.join()"));
        Assert.Equal(0, await opened.Page.Locator("[aria-busy]").CountAsync());
    }

    // Of the drawing in sight: texts under 12 px, texts that overlap, texts beyond the screen.
    private const string TextProblems =
        """
        () => {
          const problems = [];
          for (const svg of document.querySelectorAll("svg.artboard")) {
            const frame = svg.getBoundingClientRect();
            if (!frame.width || frame.bottom < 0 || frame.top > innerHeight) continue;
            const texts = [...svg.querySelectorAll("g:not(.off) > text")].map(text => ({ words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * Math.min(frame.width / svg.viewBox.baseVal.width, frame.height / svg.viewBox.baseVal.height), box: text.getBoundingClientRect() }));
            for (const { words, size, box } of texts) {
              if (size < 11.95) problems.push(`'${words}' is ${size.toFixed(1)} px`);
              if (box.left < -0.5 || box.right > innerWidth + 0.5) problems.push(`'${words}' leaves the screen`);
            }
            texts.forEach((a, i) => texts.slice(i + 1).forEach(b => {
              const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
              // A line box is taller than its letters: neighbours in two lines may share some of it.
              const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
              if (wide > 1 && high > Math.min(a.box.height, b.box.height) * 0.35) problems.push(`'${a.words}' and '${b.words}' overlap`);
            }));
          }
          return problems;
        }
        """;
}
