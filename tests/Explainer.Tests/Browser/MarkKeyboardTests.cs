using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>By keyboard alone: a chart is one stop, arrow keys walk its marks and speak, T opens its table.</summary>
public sealed class MarkKeyboardTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(390, 844)]
    [InlineData(1440, 900)]
    public async Task Arrow_keys_walk_all_marks_in_reading_order_and_speak(int width, int height)
    {
        foreach (var path in new[] { Pages.English, Pages.Russian })
        {
            await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
            await opened.GoToStepAsync("turn.4");
            var board = opened.Page.Locator("[data-scene=turn] [data-graphic] .artboards");
            await board.FocusAsync();
            var expected = await opened.Page.EvaluateAsync<string[]>("() => JSON.parse(document.querySelector('[data-scene=turn] [data-marks]').textContent).marks.map(m => m[1])");
            Assert.True(expected.Length >= 15);
            foreach (var words in expected)
            {
                await opened.Page.Keyboard.PressAsync("ArrowRight");
                Assert.Equal(words, await SaidAsync(opened.Page));
                Assert.Equal(words, await opened.Page.Locator(".card > p:first-child").TextContentAsync());
                Assert.Equal(1, await board.Locator("svg:visible .pointed").CountAsync());
            }

            foreach (var (key, at) in new[] { ("ArrowDown", ^1), ("ArrowUp", ^2), ("Home", 0), ("ArrowLeft", 0), ("End", ^1) })
            {
                await opened.Page.Keyboard.PressAsync(key);
                Assert.Equal(expected[at], await SaidAsync(opened.Page));
            }

            await opened.Page.Keyboard.PressAsync("Escape");
            Assert.False(await opened.Page.Locator(".card").IsVisibleAsync());
            Assert.True(await board.EvaluateAsync<bool>("e => e === document.activeElement"));
            Assert.Empty(opened.Problems);
        }
    }

    [Fact]
    public async Task Keys_that_browsers_have_for_themselves_are_left_to_them()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 1280, 900, motion: ReducedMotion.Reduce);
        await opened.Page.Locator("[data-scene=rain-range] [data-graphic] .artboards").FocusAsync();
        await opened.Page.EvaluateAsync("() => { window.taken = []; addEventListener('keydown', e => { taken.push(e.defaultPrevented); e.preventDefault(); }); }");
        foreach (var key in new[] { "ArrowLeft", "Alt+ArrowLeft", "Meta+ArrowRight", "Control+Home", "Control+t" })
            await opened.Page.Keyboard.PressAsync(key);

        var taken = await opened.Page.EvaluateAsync<bool[]>("() => taken");
        Assert.Single(taken, t => t);
        Assert.Equal("DIV", await opened.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
    }

    [Fact]
    public async Task A_chart_is_one_stop_with_a_visible_ring_that_says_what_keys_do()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 1280, 900, motion: ReducedMotion.Reduce);
        var stops = new List<string>();
        while (stops.Count < 60)
        {
            await opened.Page.Keyboard.PressAsync("Tab");
            var seen = await opened.Page.EvaluateAsync<string>(
                """
                () => {
                  const e = document.activeElement, ring = getComputedStyle(e);
                  return e.matches(".artboards") ? [e.closest("[data-chart]").dataset.chart, e.getAttribute("role"), parseFloat(ring.outlineWidth) >= 2 && ring.outlineStyle].join() : e === document.body ? "end" : "";
                }
                """);
            if (seen == "end")
                break;
            stops.Add(seen);
        }

        Assert.Equal(["drops,application,solid", "rain-range,application,solid", "rain-bars,application,solid", "showers,application,solid", "rain-line,application,solid", "rain-range,application,solid"], stops.Where(s => s.Length > 0));
        foreach (var board in await opened.Page.Locator(".artboards[tabindex]").AllAsync())
        {
            Assert.StartsWith("Arrow keys", await board.GetAttributeAsync("aria-description"), StringComparison.Ordinal);
            Assert.NotEqual("", await board.GetAttributeAsync("aria-label"));
        }
    }

    [Fact]
    public async Task T_opens_the_table_and_goes_there_and_a_state_has_its_own_marks()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 1280, 900, motion: ReducedMotion.Reduce);
        await opened.GoToStepAsync("rain-range.1");
        var board = opened.Page.Locator("[data-scene=rain-range] [data-graphic] .artboards");
        await board.FocusAsync();
        await opened.Page.Keyboard.PressAsync("End");
        Assert.Equal("Birch: at least 700", await SaidAsync(opened.Page));
        await opened.GoToStepAsync("rain-range.3");

        // The state itself is told half a second after the reader came to it.
        await opened.Page.WaitForTimeoutAsync(1500);
        await board.FocusAsync();
        await opened.Page.Keyboard.PressAsync("End");
        Assert.Equal("Fir: not found", await SaidAsync(opened.Page));

        foreach (var isOpen in new[] { true, false })
        {
            await board.FocusAsync();
            await opened.Page.Keyboard.PressAsync("t");
            Assert.Equal(isOpen, await opened.Page.EvaluateAsync<bool>("() => document.activeElement.matches('summary') && document.activeElement.parentNode.open"));
            Assert.True(await opened.Page.EvaluateAsync<bool>("() => document.activeElement.closest('[data-scene=rain-range], [data-scene=rain-range] + .scene-end') !== null"));
        }
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Axe_finds_nothing_while_marks_are_walked(int width, ColorScheme scheme)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, width, 900, scheme, motion: ReducedMotion.Reduce);
        await opened.GoToStepAsync("rain-bars.1");
        await opened.Page.Locator("[data-scene=rain-bars] [data-graphic] .artboards").FocusAsync();
        await opened.Page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await opened.Page.Locator(".card").IsVisibleAsync());
        Assert.Equal("", await Axe.AuditAsync(opened.Page));
    }

    // What is said is said in a task of its own.
    private static Task<string> SaidAsync(IPage page) =>
        page.EvaluateAsync<string>("() => new Promise(done => setTimeout(() => done(document.getElementById('page.said').textContent)))");
}
